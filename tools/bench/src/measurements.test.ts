import {mkdtempSync, readdirSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join, relative, resolve} from 'node:path';
import test from 'ava';
import {findPyarrow} from './find-pyarrow.ts';
import {measurements} from './measurements.ts';
import {runMeasurements} from './run-measurements.ts';

const root = resolve(import.meta.dirname, '../../..');

test('every measurement gives a figure to each of its rows and aims, and leaves only corpora', async (t) => {
	const folder = mkdtempSync(join(tmpdir(), 'millrace-bench-'));
	try {
		const python = await findPyarrow(root);
		const bench = {
			root,
			folder: relative(root, folder),
			small: 1e6,
			large: 2e6,
			runs: 1,
			tell: () => undefined,
			...(python ? {python} : {}),
		};
		const {sections, failed} = await runMeasurements(bench, measurements, () => undefined);
		t.deepEqual(failed, []);
		for (const {title, headers, rows, aims} of sections) {
			t.true(rows.length > 0 && aims.length > 0, title);
			for (const {cells, command} of rows) {
				t.is(cells.length, headers.length, title);
				if (command !== '')
					t.false(
						cells.some((cell) => cell.includes('NaN')),
						cells.join(' '),
					);
			}
			for (const {name, measured, why} of aims)
				t.true(why !== undefined || (measured !== undefined && Number.isFinite(measured)), name);
		}
		t.true(
			readdirSync(folder).every((name) => name.startsWith('corpus-')),
			readdirSync(folder).join(' '),
		);
	} finally {
		rmSync(folder, {recursive: true});
	}
});
