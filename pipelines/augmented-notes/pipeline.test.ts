import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import type {AnyRow} from '@millrace/core';
import {droppedRows, refresh, versionRows} from '@millrace/engine';
import {inlineExecutor} from '@millrace/executors';
import {localStore} from '@millrace/io';
import test from 'ava';
import augmentedNotes from './pipeline.ts';

const folder = mkdtempSync(join(tmpdir(), 'millrace-augmented-notes-'));
test.after.always(() => {
	rmSync(folder, {recursive: true});
});

test('variants stay in the training split, in the release of their original, and every row is accounted for', async (t) => {
	const store = localStore(folder);
	const {manifest} = await refresh(augmentedNotes, {store, executor: inlineExecutor(), limit: 12});
	for (const account of manifest.accounts) {
		t.is(
			account.in + account.generated,
			account.out + droppedRows(account) + account.quarantined,
			account.stage,
		);
	}
	const rows: AnyRow[] = [];
	for (const split of Object.keys(manifest.rows)) {
		for await (const row of versionRows(store, manifest, {split})) rows.push({...row, split});
	}
	const originals = new Map(
		rows.filter(({augmented}) => augmented === false).map((row) => [row['row_id'], row]),
	);
	const variants = rows.filter(({augmented}) => augmented === true);
	t.true(variants.length > 20, `${variants.length} variants`);
	t.is(originals.size + variants.length, rows.length);
	for (const variant of variants) {
		t.is(variant['split'], 'train');
		t.like(originals.get(variant['parent_id']), {
			split: 'train',
			label: variant['label'],
			release: variant['release'],
			group_id: variant['group_id'],
		});
	}
	const groups = Map.groupBy(rows, ({group_id: group}) => group);
	t.deepEqual(
		[...groups].filter(([, family]) => new Set(family.map(({split}) => split)).size > 1),
		[],
	);
});
