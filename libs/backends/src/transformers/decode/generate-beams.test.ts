import {parseOptions} from '@millrace/core';
import test from 'ava';
import {openTiny} from '../open-tiny.ts';
import {tinyModels} from '../tiny-models.ts';
import {decodingShape} from './decoding-options.ts';
import {generateBeams} from './generate-beams.ts';
import {goldenOf} from './golden.ts';

const kinds: readonly (readonly [
	kind: 'beams' | 'longBeams' | 'repetitionBeams',
	options: object,
	count: number,
])[] = [
	['beams', {beams: 4, lengthPenalty: 1}, 4],
	['longBeams', {beams: 3, lengthPenalty: 2, earlyStopping: true}, 2],
	['repetitionBeams', {beams: 3, repetitionPenalty: 1.2}, 3],
];

for (const [name, folder] of [
	['Marian', tinyModels.enEs],
	['Marian from Esperanto', tinyModels.eoEn],
	['T5', tinyModels.paraphrase],
] as const) {
	test(`${name}: a search finds what transformers finds, in its order`, async (t) => {
		const {model, tokens, dispose} = await openTiny(folder);
		t.teardown(dispose);
		const {rows, maxNewTokens} = goldenOf(folder);
		for (const [kind, options, count] of kinds) {
			const decoding = parseOptions('x', decodingShape, options);
			for (const row of rows) {
				const [found = []] = await generateBeams(model, [row.ids], decoding, tokens, maxNewTokens);
				// What does not end is cut by transformers, and not given by us.
				const wanted = row[kind].filter((ids) => ids.at(-1) === 0);
				t.deepEqual(
					found.slice(0, Math.min(count, wanted.length)).map((beam) => beam.tokens),
					wanted,
					`${kind}: ${row.text}`,
				);
			}
		}
	});
}

test('groups find answers that a plain search of as many beams does not', async (t) => {
	const {model, tokens, dispose} = await openTiny(tinyModels.paraphrase);
	t.teardown(dispose);
	const sources = goldenOf(tinyModels.paraphrase)
		.rows.slice(0, 4)
		.map((row) => row.ids);
	const words = async (options: object): Promise<number> => {
		const decoding = parseOptions('x', decodingShape, options);
		let different = 0;
		for (const source of sources) {
			const [found = []] = await generateBeams(model, [source], decoding, tokens, 60);
			different += new Set(found.flatMap((beam) => beam.tokens)).size;
		}
		return different;
	};
	const plain = await words({beams: 4});
	const diverse = await words({beams: 4, beamGroups: 4, diversityPenalty: 3});
	t.true(diverse > plain, `${diverse} different tokens, ${plain} without groups`);
});

test('groups without a penalty are searches of their own', async (t) => {
	const {model, tokens, dispose} = await openTiny(tinyModels.paraphrase);
	t.teardown(dispose);
	const [row] = goldenOf(tinyModels.paraphrase).rows;
	const find = async (options: object): Promise<unknown> =>
		(await generateBeams(model, [row?.ids ?? []], parseOptions('x', decodingShape, options), tokens, 60))[0];
	t.deepEqual(await find({beams: 6, beamGroups: 3, diversityPenalty: 0}), await find({beams: 2}));
});
