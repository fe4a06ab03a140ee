import {mkdtempSync, rmSync, statSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join, relative, resolve} from 'node:path';
import test from 'ava';
import {corpus} from './corpus.ts';
import {findPyarrow} from './find-pyarrow.ts';
import {pyarrowCommand, runPyarrow} from './run-pyarrow.ts';

const root = resolve(import.meta.dirname, '../../..');
const python = await findPyarrow(root);

test('a Python that is not there, or lacks pyarrow, is not found', async (t) => {
	t.is(await findPyarrow(root, ['no-such-python', process.execPath]), undefined);
});

if (python) {
	test('pyarrow writes every document of the corpus', async (t) => {
		const folder = mkdtempSync(join(tmpdir(), 'millrace-bench-'));
		try {
			const bench = {
				root,
				folder: relative(root, folder),
				small: 1,
				large: 1,
				runs: 1,
				tell: () => undefined,
			};
			const read = await corpus(bench, 5_000_000, 1, 2);
			const out = join(folder, 'out.parquet');
			for (const threads of [1, 2]) {
				const {rows, peakBytes = 0} = await runPyarrow(
					root,
					pyarrowCommand(python, read.folder, out, threads),
				);
				t.is(rows, read.documents);
				t.true(peakBytes > 5_000_000);
				t.true(statSync(out).size > 100_000);
			}
		} finally {
			rmSync(folder, {recursive: true});
		}
	});
} else {
	test.skip('pyarrow writes every document of the corpus: needs `npm run python:setup`', (t) => {
		t.fail();
	});
}
