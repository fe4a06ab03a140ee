import {defineStage, float64, list, nullable, utf8, type OptionsOut, type Random} from '@millrace/core';
import {askStructured, chatBackendOption, fillPrompt, type TokenLogprob} from '@millrace/text';
import {z} from 'zod';
import {synthesisQueue} from './synthesis/synthesis-options.ts';
import {labelPrompt, teachPrompt} from './synthesis/teach-prompt.ts';

/**
 * Adds what a teacher model says of a text, for distillation: `teacher_label` (one of `labels`),
 * `teacher_rationale` and, with `logprobs`, `teacher_confidence` (the probability that the model gave to the
 * label as it wrote it), `teacher_tokens` and `teacher_logprobs` (natural logarithms, of the whole answer).
 * Without `logprobs` these three are null. An answer that cannot be read is asked for again, `attempts` times
 * in all; then the row is dropped with the fault as the reason: `bad-json`, `bad-shape`, `refused`, `cut`,
 * `empty-answer`. An endpoint without log-probabilities is an error where they are asked for. A row for which
 * the backend fails is quarantined.
 * Source: Hsieh et al. 2023, Distilling Step-by-Step.
 */
export const teach = defineStage({
	name: 'teach',
	summary: 'Adds the label, the rationale and the log-probabilities of a teacher model.',
	source: 'Hsieh et al. 2023, Distilling Step-by-Step!',
	needs: {text: utf8},
	adds: {
		teacher_label: utf8,
		teacher_rationale: nullable(utf8),
		teacher_confidence: nullable(float64),
		teacher_tokens: nullable(list(utf8)),
		teacher_logprobs: nullable(list(float64)),
	},
	options: {
		backend: chatBackendOption,
		labels: z.array(z.string().min(1)).min(2).readonly().describe('the labels to choose from'),
		task: z.string().default('').describe('what the labels mean, in a sentence or more'),
		rationale: z.boolean().default(true).describe('whether a reason is asked for before the label'),
		logprobs: z.boolean().default(false).describe('whether log-probabilities are asked for'),
		attempts: z.int().min(1).max(100).default(3).describe('how often the model is asked for a row at most'),
		temperature: z.number().min(0).default(0).describe('0 takes the likeliest tokens'),
		maxTokens: z.int().min(1).optional().describe("the backend's own unless given"),
	},
	queue: ({backend}) => synthesisQueue(backend),
	async map({text}, {options, random}) {
		let fault = 'bad-json';
		for (let attempt = 0; attempt < options.attempts; attempt++) {
			const answer = await ask(text, random(attempt), options);
			if (answer.fault === undefined) {
				const {label, rationale} = answer.value;
				const {logprobs} = answer.response;
				return {
					teacher_label: label,
					teacher_rationale: rationale?.toWellFormed() ?? null,
					teacher_confidence: logprobs ? confidenceOf(label, logprobs) : null,
					teacher_tokens: logprobs?.map(({token}) => token) ?? null,
					teacher_logprobs: logprobs?.map(({logprob}) => logprob) ?? null,
				};
			}
			({fault} = answer);
		}
		return {drop: fault};
	},
});

interface Asked {
	readonly backend: OptionsOut<{backend: typeof chatBackendOption}>['backend'];
	readonly labels: readonly string[];
	readonly task: string;
	readonly rationale: boolean;
	readonly logprobs: boolean;
	readonly temperature: number;
	readonly maxTokens?: number | undefined;
}

const fillTeach = fillPrompt(teachPrompt);
const fillLabel = fillPrompt(labelPrompt);

async function ask(
	text: string,
	random: Random,
	{backend, labels, task, rationale, logprobs, temperature, maxTokens}: Asked,
) {
	const values = {text, task, labels: labels.join(', ')};
	return askStructured(backend, {
		messages: rationale ? fillTeach(values) : fillLabel(values),
		shape: shapeOf(labels, rationale),
		name: 'label',
		seed: random.int(2 ** 31),
		temperature,
		maxTokens,
		...(logprobs ? {logprobs: 5} : {}),
	});
}

interface Taught {
	readonly label: string;
	readonly rationale?: string;
}

function shapeOf(labels: readonly string[], rationale: boolean): z.ZodType<Taught> {
	const label = z.enum(labels);
	return rationale ? z.strictObject({rationale: z.string().min(1), label}) : z.strictObject({label});
}

/**
 * The product of the probabilities of the tokens that spell the label, where it stands last in the answer;
 * null where they cannot be told.
 */
function confidenceOf(label: string, tokens: readonly TokenLogprob[]): number | null {
	const text = tokens.map(({token}) => token).join('');
	const start = text.lastIndexOf(label);
	if (start < 0) return null;
	let [at, sum] = [0, 0];
	for (const {token, logprob} of tokens) {
		if (at < start + label.length && at + token.length > start) sum += logprob;
		at += token.length;
	}
	return Math.exp(sum);
}
