import {existsSync, mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join, relative, resolve} from 'node:path';
import test from 'ava';
import {coldRefresh} from './cold-refresh.ts';
import {corpus} from './corpus.ts';

const root = resolve(import.meta.dirname, '../../..');
const pipelines = ['empty', 'stages'];

test('a pipeline runs from an empty store and leaves none', async (t) => {
	const folder = mkdtempSync(join(tmpdir(), 'millrace-bench-'));
	try {
		const bench = {root, folder: relative(root, folder), small: 1, large: 1, runs: 1, tell: () => undefined};
		const {folder: files} = await corpus(bench, 300_000, 1, 2);
		for (const pipeline of pipelines) {
			const {seconds, peakBytes, parquetBytes} = await coldRefresh(bench, {pipeline, files, workers: 1});
			t.true(seconds > 0 && peakBytes > 1e7 && parquetBytes > 10_000, `${pipeline}: ${parquetBytes} bytes`);
			t.false(existsSync(join(folder, `store-${pipeline}`)));
		}
	} finally {
		rmSync(folder, {recursive: true});
	}
});
