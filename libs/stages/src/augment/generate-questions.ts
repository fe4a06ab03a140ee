import {
	defineStage,
	optionsJson,
	parseOptions,
	utf8,
	type AnyRow,
	type AnyStep,
	type Columns,
	type OptionsOut,
	type Random,
	type RowOf,
	type Step,
} from '@millrace/core';
import {askStructured, fillPrompt, rougeL, rougeWords} from '@millrace/text';
import {z} from 'zod';
import {chatUsage} from './shape/usage-column.ts';
import {failureWatch} from './shape/failure-watch.ts';
import {chooseSome} from './synthesis/choose-some.ts';
import {questionPrompt} from './synthesis/question-prompt.ts';
import {
	synthesisColumns,
	type SynthesisCandidate,
	type SynthesisColumns,
} from './synthesis/synthesis-columns.ts';
import {synthesisQueue, synthesisShape, type SynthesisSettings} from './synthesis/synthesis-options.ts';
import {synthesizeBatch, type SynthesisTurn} from './synthesis/synthesize-batch.ts';

/**
 * Yields every document and, after it, instructions that a chat model makes of it, with responses:
 * `generateQuestions({backend, seeds, n: 3})`. Each request shows 6 of the `seeds` and 2 of the pairs
 * `generated` in an earlier run, chosen by the row's seed, so that no row depends on its neighbours; a persona
 * and one value of each attribute are drawn in the same way. Rejected pairs are yielded with their verdict:
 * `bad-json` and other faults of answers, `too-short`, `too-long`, `near-seed` and `near-variant` (ROUGE-L of
 * 0.7 or more), `not-grounded`. `rougeDedup` compares over all rows. A call that fails is
 * a pair rejected as `failed`.
 * Source: Wang et al. 2023, Self-Instruct; attribute prompts after Yu et al. 2023, personas after Ge et al.
 * 2024.
 */
export function generateQuestions<const Reads extends Columns = {}>(
	options: GenerateQuestionsOptions<Reads>,
): Step<RowOf<NoInfer<Reads>> & {readonly text: string}, SynthesisColumns>;
export function generateQuestions(given: GenerateQuestionsOptions<Columns>): AnyStep {
	const {definition} = generateQuestions;
	const {reads} = parseOptions(`stage ${definition.name}`, shape, given);
	const watch = failureWatch(`stage ${definition.name}`);
	const stage = defineStage({
		...definition,
		needs: {text: utf8, ...Object.fromEntries(reads)},
		adds: added,
		queue: ({backend}) => synthesisQueue(backend),
		batch: async (batch, {options, ...context}) =>
			synthesizeBatch(batch, context, {
				name: definition.name,
				watch,
				identity: optionsJson({options, prompt: questionPrompt}),
				n: options.n,
				attempts: options.attempts,
				when: options.when ?? (() => true),
				group: options.group ?? (() => null),
				make: async (row, turn) => makePairs(row, turn, options),
			}),
	});
	return stage(given);
}

export interface GenerateQuestionsOptions<Reads extends Columns> extends SynthesisSettings<Reads> {
	/** Pairs written by people, shown as examples. */
	readonly seeds?: readonly Pair[];
	/** Pairs of an earlier run, shown beside them. */
	readonly generated?: readonly Pair[];
	readonly personas?: readonly string[];
	readonly attributes?: Readonly<Record<string, readonly string[]>>;
	readonly language?: string;
	readonly minGrounded?: number | null;
	readonly maxRouge?: number;
}

interface Pair {
	readonly instruction: string;
	readonly response: string;
}

const pair = z.strictObject({instruction: z.string().min(1), response: z.string().min(1)});

const shape = {
	...synthesisShape,
	seeds: z
		.array(pair)
		.readonly()
		.default([])
		.describe('pairs written by people; six are shown with each request'),
	generated: z
		.array(pair)
		.readonly()
		.default([])
		.describe('pairs of an earlier run; two are shown with each request'),
	personas: z
		.array(z.string().min(1))
		.readonly()
		.default([])
		.describe('who asks; one is drawn for each request'),
	attributes: z
		.record(z.string(), z.array(z.string().min(1)).min(1).readonly())
		.default({})
		.describe('what pairs shall be like; a value of each is drawn for each request'),
	language: z.string().min(2).default('en').describe('the language of the pairs as ISO 639-1'),
	minGrounded: z
		.number()
		.min(0)
		.max(1)
		.nullable()
		.default(0.5)
		.describe('the share of the longer words of a response that the document must hold; null for any'),
	maxRouge: z
		.number()
		.min(0)
		.max(1)
		.default(0.7)
		.describe('ROUGE-L to a seed or another pair of the row from which one is rejected'),
};

type Options = OptionsOut<typeof shape>;

generateQuestions.definition = {
	name: 'generate-questions',
	summary:
		'Adds instructions and responses that a chat model makes of documents, with lineage and a verdict.',
	source: 'Wang et al. 2023, Self-Instruct: Aligning Language Models with Self-Generated Instructions',
	needs: {},
	options: shape,
};

const added: Columns = synthesisColumns;
const answer = z.object({pairs: z.array(pair).min(1)});
const fill = fillPrompt(questionPrompt);

async function makePairs(
	row: AnyRow,
	{seed, random, made, wanted}: SynthesisTurn,
	options: Options,
): Promise<readonly SynthesisCandidate[]> {
	const text = String(row['text']);
	const {via, ...parts} = promptParts(options, random);
	const found = await askStructured(options.backend, {
		messages: fill({...parts, count: wanted, language: options.language, text}),
		shape: answer,
		name: 'pairs',
		seed,
		temperature: options.temperature,
		maxTokens: options.maxTokens,
	});
	const usage = chatUsage(found.response);
	if (found.fault !== undefined)
		return [{instruction: null, response: found.detail, verdict: found.fault, via, usage}];
	const kept = [...made];
	return found.value.pairs.map(({instruction, response}, index) => {
		const verdict = verdictOf({instruction, response}, kept, text, options);
		const own = {instruction: instruction.trim(), response: response.trim(), verdict, via};
		const candidate = index === 0 ? {...own, usage} : own;
		if (verdict === 'accepted') kept.push(candidate);
		return candidate;
	});
}

function promptParts({seeds, generated, personas, attributes}: Options, random: Random) {
	const shown = [...chooseSome(seeds, 6, random), ...chooseSome(generated, 2, random)].map(
		({instruction, response}) => JSON.stringify({instruction, response}),
	);
	const persona = personas.length > 0 ? random.pick(personas) : null;
	const drawn = Object.entries(attributes)
		.sort(([a], [b]) => (a < b ? -1 : 1))
		.map(([name, values]) => `${name}: ${random.pick(values)}`);
	const via = [...(persona === null ? [] : [persona]), ...drawn].join('; ');
	return {
		shown: shown.length > 0 ? `Examples:\n${shown.join('\n')}\n` : '',
		persona: persona === null ? '' : `The user is: ${persona}\n`,
		attributes: drawn.length > 0 ? `The pairs have: ${drawn.join('; ')}\n` : '',
		via: via === '' ? null : via,
	};
}

function verdictOf(
	{instruction, response}: Pair,
	kept: readonly SynthesisCandidate[],
	text: string,
	{seeds, minGrounded, maxRouge}: Options,
): string {
	const words = rougeWords(instruction);
	if (words.length < 3 || response.trim() === '') return 'too-short';
	if (words.length > 150) return 'too-long';
	const near = (other: string | null): boolean => rougeL(words, rougeWords(other ?? '')) >= maxRouge;
	if (seeds.some((seed) => near(seed.instruction))) return 'near-seed';
	if (kept.some((other) => near(other.instruction))) return 'near-variant';
	if (minGrounded !== null && grounded(response, text) < minGrounded) return 'not-grounded';
	return 'accepted';
}

/** The share of the words of four letters or more that the document holds too; 1 where there are none. */
function grounded(response: string, text: string): number {
	const long = rougeWords(response).filter((word) => word.length > 3);
	const held = new Set(rougeWords(text));
	return long.length === 0 ? 1 : long.filter((word) => held.has(word)).length / long.length;
}
