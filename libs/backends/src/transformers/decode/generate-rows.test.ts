import {parseOptions, random, stageKey} from '@millrace/core';
import test from 'ava';
import {openTiny} from '../open-tiny.ts';
import {tinyModels} from '../tiny-models.ts';
import {decodingShape} from './decoding-options.ts';
import {generateRows} from './generate-rows.ts';
import {goldenOf, type Golden} from './golden.ts';

const models = [
	['Marian', tinyModels.enEs],
	['T5', tinyModels.paraphrase],
] as const;
const kinds: readonly (readonly [kind: 'greedy' | 'repetitionPenalty' | 'noRepeat', options: object])[] = [
	['greedy', {}],
	['repetitionPenalty', {repetitionPenalty: 1.3}],
	['noRepeat', {noRepeatNgram: 2}],
];

/** Without the rows that do not end, which transformers cuts and we do not give. */
const ended = (rows: Golden['rows'], kind: (typeof kinds)[number][0]): (readonly number[] | undefined)[] =>
	rows.map((row) => row[kind].find((ids) => ids.at(-1) === 0));

for (const [name, folder] of models) {
	test(`${name}: answers are those of transformers, row by row`, async (t) => {
		const {model, tokens, dispose} = await openTiny(folder);
		t.teardown(dispose);
		const {rows, maxNewTokens} = goldenOf(folder);
		for (const [kind, options] of kinds) {
			const decoding = parseOptions('x', decodingShape, options);
			const found = [];
			for (const {ids} of rows)
				found.push(...(await generateRows(model, [ids], decoding, tokens, maxNewTokens)));
			t.deepEqual(found, ended(rows, kind), kind);
		}
	});
}

test('a row stops at its own end, whatever the others do, and one that does not end has no answer', async (t) => {
	const {model, tokens, dispose} = await openTiny(tinyModels.enEs);
	t.teardown(dispose);
	const {rows} = goldenOf(tinyModels.enEs);
	const decoding = parseOptions('x', decodingShape, {});
	const ids = rows.map((row) => row.ids).toSorted((a, b) => a.length - b.length);
	const [first = []] = ids;
	const sources = [first, first.toReversed(), first.map((id) => id + 1)];
	const alone = [];
	for (const source of sources) alone.push(...(await generateRows(model, [source], decoding, tokens, 90)));
	t.deepEqual(await generateRows(model, sources, decoding, tokens, 90), alone);
	t.deepEqual(await generateRows(model, [first], decoding, tokens, 2), [undefined]);
});

test('drawn answers follow the stream of their row', async (t) => {
	const {model, tokens, dispose} = await openTiny(tinyModels.enEs);
	t.teardown(dispose);
	const [row] = goldenOf(tinyModels.enEs).rows;
	const source = row?.ids ?? [];
	const decoding = parseOptions('x', decodingShape, {sample: true, temperature: 1.5});
	const draw = async (seeds: readonly number[]): Promise<unknown[]> =>
		generateRows(
			model,
			seeds.map(() => source),
			decoding,
			tokens,
			60,
			seeds.map((seed) => random(stageKey(seed, 'row'))),
		);
	const [three] = await draw([3]);
	const [one, two, again] = await draw([1, 2, 3]);
	t.deepEqual(again, three);
	t.true(new Set([one, two, three].map((answer) => JSON.stringify(answer))).size > 1);
});
