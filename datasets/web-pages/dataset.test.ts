import {readFileSync} from 'node:fs';
import test from 'ava';
import type {AnyRow} from '@millrace/core';
import {readSource, sourcesOf} from '@millrace/testing';
import {webPages, webPagesEvaluation} from './dataset.ts';

const read = sourcesOf(webPages).then(async (sources) =>
	Promise.all(
		sources.map(async (source) => {
			await webPages.check(source);
			return readSource(webPages, source);
		}),
	),
);

test('some hundred pages have bodies, and one record is damaged', async (t) => {
	const all = await read;
	const rows: readonly AnyRow[] = all.flatMap((source) => source.rows);
	t.true(rows.length > 300, String(rows.length));
	t.true(rows.every(({body}) => body instanceof Uint8Array && body.length > 0));
	t.is(new Set(rows.map(({url, path}) => url ?? path)).size, rows.length);
	t.is(all.flatMap(({quarantines}) => quarantines).length, 1);
});

test('the questions of the evaluation have answers', (t) => {
	const lines = readFileSync(webPagesEvaluation, 'utf8').trim().split('\n');
	t.is(lines.length, 20);
	for (const line of lines) t.regex(line, /^\{"question": "[^"]{40,}\?", "answer": "[^"]{10,}"\}$/);
});
