import {parseOptions} from '@millrace/core';
import test from 'ava';
import {openTiny} from '../open-tiny.ts';
import {tinyModels} from '../tiny-models.ts';
import {decodingShape} from './decoding-options.ts';
import {generate} from './generate.ts';
import {goldenOf} from './golden.ts';

const ways: readonly (readonly [title: string, options: object, variants: number])[] = [
	['the likeliest tokens', {}, 1],
	['beams', {beams: 3}, 3],
	['diverse beams', {beams: 4, beamGroups: 2, diversityPenalty: 1}, 3],
	['draws', {sample: true, topK: 20, topP: 0.95, temperature: 1.2}, 3],
];
const {rows} = goldenOf(tinyModels.paraphrase);
const sources = Array.from({length: 32}, (_, index) => ({
	ids: rows[index % rows.length]?.ids ?? [],
	seed: `row ${index}`,
}));

for (const [title, options, variants] of ways) {
	test(`answers by ${title} are equal in batches of 1, 7 and 32, and in any order`, async (t) => {
		const {model, tokens, longest, together, dispose} = await openTiny(tinyModels.paraphrase);
		t.teardown(dispose);
		t.true(together);
		const decoding = parseOptions('x', decodingShape, options);
		const run = async (batchRows: number, given = sources): Promise<unknown[]> =>
			generate(model, given, {decoding, tokens, variants, batchRows, longest});
		const expected = await run(32);
		t.deepEqual(await run(1), expected);
		t.deepEqual(await run(7), expected);
		t.deepEqual((await run(32, sources.toReversed())).reverse(), expected);
		for (const answers of expected) {
			if (!Array.isArray(answers)) continue;
			t.true(answers.length <= variants);
			t.is(new Set(answers.map(String)).size, answers.length);
		}
	});
}

test('draws give as many different answers as are wanted', async (t) => {
	const {model, tokens, longest, dispose} = await openTiny(tinyModels.paraphrase);
	t.teardown(dispose);
	const decoding = parseOptions('x', decodingShape, {sample: true, temperature: 2});
	const [answers = []] = await generate(model, sources.slice(0, 1), {
		decoding,
		tokens,
		variants: 4,
		batchRows: 32,
		longest,
	});
	t.is(answers.length, 4);
	t.is(new Set(answers.map(String)).size, 4);
});

test('an abort ends the work between batches', async (t) => {
	const {model, tokens, longest, dispose} = await openTiny(tinyModels.paraphrase);
	t.teardown(dispose);
	const reason = new Error('enough');
	await t.throwsAsync(
		generate(model, sources, {
			decoding: parseOptions('x', decodingShape, {}),
			tokens,
			variants: 1,
			batchRows: 32,
			longest,
			signal: AbortSignal.abort(reason),
		}),
		{is: reason},
	);
});
