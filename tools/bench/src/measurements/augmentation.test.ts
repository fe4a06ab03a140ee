import {mkdtempSync, readdirSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join, relative, resolve} from 'node:path';
import test from 'ava';
import {rules, workers} from '../augmentation/pieces.ts';
import {augmentationBeside} from './augmentation.ts';

const root = resolve(import.meta.dirname, '../../../..');

test('augmentation at its smallest gives a figure to each of its rows and aims, and leaves nothing', async (t) => {
	const folder = mkdtempSync(join(tmpdir(), 'millrace-bench-'));
	try {
		const bench = {
			root,
			folder: relative(root, folder),
			small: 40_000,
			large: 40_000,
			runs: 1,
			tell: () => undefined,
		};
		const {headers, rows, aims} = await augmentationBeside(bench, [], {
			rules: rules.slice(0, 1),
			workers: workers.slice(0, 1),
			pivots: ['eo'],
		});
		t.true(rows.length >= 8);
		for (const {cells, command} of rows) {
			t.is(cells.length, headers.length);
			if (command !== '') t.notRegex(cells.join(' '), /NaN|Infinity/);
		}
		for (const {name, measured, why} of aims)
			t.true(
				why !== undefined || (measured !== undefined && measured > 0 && Number.isFinite(measured)),
				name,
			);
		t.deepEqual(readdirSync(folder), []);
	} finally {
		rmSync(folder, {recursive: true});
	}
});
