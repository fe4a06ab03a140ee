import {
	defineStage,
	optionsJson,
	parseOptions,
	utf8,
	type AnyStep,
	type Columns,
	type OptionsOut,
	type RowOf,
	type Step,
} from '@millrace/core';
import {askStructured, fillPrompt} from '@millrace/text';
import {z} from 'zod';
import {chatUsage, usageSum} from './shape/usage-column.ts';
import {failureWatch} from './shape/failure-watch.ts';
import {instructionFault, responseFault} from './synthesis/evolve-faults.ts';
import {answerPrompt, equalPrompt, evolvePrompts, type EvolveWay} from './synthesis/evolve-prompts.ts';
import {
	synthesisColumns,
	type SynthesisCandidate,
	type SynthesisColumns,
} from './synthesis/synthesis-columns.ts';
import {synthesisQueue, synthesisShape, type SynthesisSettings} from './synthesis/synthesis-options.ts';
import {synthesizeBatch, type SynthesisTurn} from './synthesis/synthesize-batch.ts';

/**
 * Yields every instruction and, after it, harder or rarer ones that a chat model makes of it, each with its
 * response: `evolve({backend, n: 2})`. The way is drawn for each attempt by the row's seed: four in depth, one
 * in breadth. Eliminated, and yielded with that verdict: `unchanged`, `too-short`, `prompt-copied`, `no-gain`
 * (a model finds both equal; `judge: false` leaves that out), `apology` in a response of fewer than 80 words,
 * `says-nothing`, and faults of answers such as `bad-json`.
 * Source: Xu et al. 2024, WizardLM (Evol-Instruct), with its elimination rules.
 */
export function evolve<const Reads extends Columns = {}>(
	options: EvolveOptions<Reads>,
): Step<RowOf<NoInfer<Reads>> & {readonly instruction: string}, SynthesisColumns>;
export function evolve(given: EvolveOptions<Columns>): AnyStep {
	const {definition} = evolve;
	const {reads} = parseOptions(`stage ${definition.name}`, shape, given);
	const watch = failureWatch(`stage ${definition.name}`);
	const stage = defineStage({
		...definition,
		needs: {instruction: utf8, ...Object.fromEntries(reads)},
		adds: added,
		queue: ({backend}) => synthesisQueue(backend),
		batch: async (batch, {options, ...context}) =>
			synthesizeBatch(batch, context, {
				name: definition.name,
				watch,
				identity: optionsJson({options, prompts: [evolvePrompts, answerPrompt, equalPrompt]}),
				n: options.n,
				attempts: options.attempts,
				when: options.when ?? (() => true),
				group: options.group ?? (() => null),
				make: async ({instruction}, turn) => [await evolved(String(instruction), turn, options)],
			}),
	});
	return stage(given);
}

export interface EvolveOptions<Reads extends Columns> extends SynthesisSettings<Reads> {
	readonly ways?: readonly EvolveWay[];
	readonly judge?: boolean;
}

const WAYS = ['constraints', 'deepening', 'concretizing', 'reasoning', 'breadth'] as const;

const shape = {
	...synthesisShape,
	n: z.int().min(1).default(1).describe('accepted instructions wanted of each row'),
	ways: z.array(z.enum(WAYS)).min(1).readonly().default(WAYS).describe('how instructions may evolve'),
	judge: z.boolean().default(true).describe('whether a model is asked if the new instruction gains anything'),
};

evolve.definition = {
	name: 'evolve',
	summary:
		'Adds harder or rarer instructions that a chat model makes of instructions, with responses and a verdict.',
	source: 'Xu et al. 2024, WizardLM: Empowering Large Language Models to Follow Complex Instructions',
	needs: {},
	options: shape,
};

const added: Columns = synthesisColumns;
const instructionAnswer = z.object({instruction: z.string().min(1)});
const equalAnswer = z.object({equal: z.boolean()});
const fillAnswer = fillPrompt(answerPrompt);
const fillEqual = fillPrompt(equalPrompt);

async function evolved(
	before: string,
	{seed, random, made}: SynthesisTurn,
	{backend, ways, judge, temperature, maxTokens}: OptionsOut<typeof shape>,
): Promise<SynthesisCandidate> {
	const via = random.pick(ways);
	const settings = {seed, temperature, maxTokens};
	const asked = await askStructured(backend, {
		...settings,
		messages: fillPrompt(evolvePrompts[via])({instruction: before}),
		shape: instructionAnswer,
		name: 'instruction',
	});
	let usage = chatUsage(asked.response);
	if (asked.fault !== undefined)
		return {instruction: null, response: asked.detail, verdict: asked.fault, via, usage};
	const instruction = asked.value.instruction.trim();
	const rejected = (verdict: string, response: string | null = null): SynthesisCandidate => ({
		instruction,
		response,
		verdict,
		via,
		usage,
	});
	const fault = instructionFault(instruction, before);
	if (fault !== undefined) return rejected(fault);
	if (made.some((other) => other.instruction === instruction)) return rejected('near-variant');
	if (judge) {
		const equal = await askStructured(backend, {
			seed,
			temperature: 0,
			messages: fillEqual({first: before, second: instruction}),
			shape: equalAnswer,
			name: 'equal',
		});
		usage = usageSum(usage, chatUsage(equal.response));
		if (equal.fault !== undefined) return rejected(equal.fault, equal.detail);
		if (equal.value.equal) return rejected('no-gain');
	}
	const answer = await backend.call(
		{
			messages: fillAnswer({instruction}),
			seed,
			...(temperature === undefined ? {} : {temperature}),
			...(maxTokens === undefined ? {} : {maxTokens}),
		},
		{},
	);
	const {text, finish} = answer;
	usage = usageSum(usage, chatUsage(answer));
	if (finish === 'filter') return rejected('refused', text);
	if (finish === 'length') return rejected('cut', text);
	return rejected(responseFault(text) ?? 'accepted', text.trim());
}
