import {mkdtempSync} from 'node:fs';
import {rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {runStage, testStage} from '@millrace/testing';
import {trainTokenizer, writeTokenizer} from '@millrace/text';
import test from 'ava';
import {tokenCount} from './token-count.ts';

const folder = mkdtempSync(join(tmpdir(), 'millrace-count-'));
test.after.always(() => rm(folder, {recursive: true}));
test.before(async () => {
	await writeTokenizer(folder, await trainTokenizer({texts: ['abc'], vocabularySize: 257}));
});
const rows = ['', 'abc', '\u00e9', 'abcdefgh'].map((text) => ({text}));

testStage(test, 'token-count', {stage: () => tokenCount({tokenizer: folder, min: 1, max: 5}), rows});

test('counts tokens and drops rows outside the bounds, their number as the score', async (t) => {
	const run = await runStage(tokenCount({tokenizer: folder, min: 1, max: 5}), rows);
	t.deepEqual(
		run.rows.map(({row}) => row),
		[
			{text: 'abc', token_count: 3},
			{text: '\u00e9', token_count: 2},
		],
	);
	t.deepEqual(run.drops, [
		{row: 0, reason: 'too-few-tokens', score: 0, adds: {token_count: 0}},
		{row: 3, reason: 'too-many-tokens', score: 8, adds: {token_count: 8}},
	]);
});
