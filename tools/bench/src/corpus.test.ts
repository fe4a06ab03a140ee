import {mkdtempSync, readdirSync, rmSync} from 'node:fs';
import {join, relative, resolve} from 'node:path';
import {tmpdir} from 'node:os';
import test from 'ava';
import {corpus} from './corpus.ts';

const root = resolve(import.meta.dirname, '../../..');

test('a corpus is generated once', async (t) => {
	const folder = mkdtempSync(join(tmpdir(), 'millrace-bench-'));
	try {
		const told: string[] = [];
		const bench = {
			root,
			folder: relative(root, folder),
			small: 1,
			large: 1,
			runs: 1,
			tell: (line: string) => told.push(line),
		};
		const made = await corpus(bench, 100_000, 1, 4);
		t.true(made.documents > 20 && made.bytes >= 100_000);
		t.is(readdirSync(join(root, made.folder)).filter((name) => name.endsWith('.jsonl')).length, 4);
		t.deepEqual(await corpus(bench, 100_000, 1, 4), made);
		t.is(told.length, 1);
	} finally {
		rmSync(folder, {recursive: true});
	}
});
