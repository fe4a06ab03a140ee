import {
	aeda,
	counterfactual,
	counterfactualCases,
	eda,
	keyboardNoise,
	ocrNoise,
	rewrites,
	spellingNoise,
	type Augmenter,
} from '@millrace/text';
import {wordnet} from './wordnet.ts';
import {wordnetSynonyms} from './wordnet-synonyms.ts';

/** The rows of the tables in docs/paraphrase.md and docs/synthesis.md, as the rules make them. */
export async function paraphraseTables(): Promise<{
	readonly noise: readonly string[];
	readonly synonyms: readonly string[];
	readonly rewrites: readonly string[];
	readonly counterfactual: readonly string[];
}> {
	const text = 'The courier left my new card with a neighbour, and I would like to receive it before Friday.';
	const noisy: readonly (readonly [code: string, augmenter: Augmenter])[] = [
		["`eda({operations: ['swap']})`", eda({operations: ['swap']})],
		["`eda({operations: ['delete']})`", eda({operations: ['delete']})],
		[
			"`eda({synonyms: wordnet(), operations: ['insert']})`",
			eda({synonyms: wordnet(), operations: ['insert']}),
		],
		['`aeda()`', aeda()],
		['`keyboardNoise()`', keyboardNoise()],
		["`keyboardNoise({layout: 'qwertz'})`", keyboardNoise({layout: 'qwertz'})],
		['`ocrNoise()`', ocrNoise()],
		['`spellingNoise()`', spellingNoise()],
	];
	const sentences = [
		'Both shops were shut.',
		'I bought it in an old shop.',
		'She noticed an error and answered quickly.',
		'I made a mistake.',
		'The shop owner looked into it.',
	];
	const swap = counterfactual();
	return {
		noise: await Promise.all(noisy.map(async ([code, by]) => `| ${code} | ${await first(by, text)} |`)),
		synonyms: await Promise.all(
			sentences.map(
				async (sentence) => `| ${sentence} | ${await first(wordnetSynonyms({rate: 1}), sentence)} |`,
			),
		),
		rewrites: rewrites.flatMap(({name, examples}) =>
			examples.map(([before, after]) => `| \`${name}\` | ${before} | ${after} |`),
		),
		counterfactual: await Promise.all(
			counterfactualCases.map(async ([before]) => `| ${before} | ${await first(swap, before)} |`),
		),
	};
}

/** The first variant of a text under the seed 1. */
async function first(augmenter: Augmenter, text: string): Promise<string> {
	const {variants} = await augmenter.call({texts: [text], language: 'en', seeds: [1], attempt: 0}, {});
	return variants[0]?.[0] ?? '(stays)';
}
