import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {apertiumInstall, installedPairs} from '@millrace/backends';
import type {AnyRow, Executor} from '@millrace/core';
import {droppedRows, refresh, versionRows, type Manifest} from '@millrace/engine';
import {inlineExecutor, threadExecutor} from '@millrace/executors';
import {localStore} from '@millrace/io';
import test, {type ExecutionContext} from 'ava';
import augmentedTickets from './pipeline.ts';

const folder = mkdtempSync(join(tmpdir(), 'millrace-augmented-tickets-'));
test.after.always(() => {
	rmSync(folder, {recursive: true});
});

interface Published {
	readonly manifest: Manifest;
	readonly rows: readonly AnyRow[];
}

/** Publishes the first records into a store of its own. */
async function published(by: string, limit: number, name: string, executor: Executor): Promise<Published> {
	const given = {by};
	const store = localStore(join(folder, `${by}-${name}`));
	const module = new URL('pipeline.ts', import.meta.url).href;
	try {
		const {manifest} = await refresh(augmentedTickets.build(given), {store, executor, module, given, limit});
		const rows: AnyRow[] = [];
		for (const split of Object.keys(manifest.rows)) {
			for await (const row of versionRows(store, manifest, {split})) rows.push({...row, split});
		}
		return {manifest, rows};
	} finally {
		await executor.close();
	}
}

async function holds(t: ExecutionContext, by: string, limit: number, fewest: number): Promise<void> {
	const {manifest, rows} = await published(by, limit, 'inline', inlineExecutor());
	for (const account of manifest.accounts) {
		t.is(
			account.in + account.generated,
			account.out + droppedRows(account) + account.quarantined,
			account.stage,
		);
	}
	const variants = rows.filter(({augmented}) => augmented === true);
	t.true(variants.length >= fewest, `${variants.length} variants`);
	const originals = new Map(
		rows.filter(({augmented}) => augmented === false).map((row) => [row['row_id'], row]),
	);
	t.is(originals.size + variants.length, rows.length);
	for (const variant of variants) {
		const parent = originals.get(variant['parent_id']);
		t.is(variant['split'], 'train');
		t.like(parent, {split: 'train', label: variant['label'], group_id: variant['group_id']});
		t.not(parent?.['text'], variant['text']);
		t.is(variant['verdict'], 'accepted');
	}
	const pivots = new Set(variants.map(({augmenter, via}) => `${String(augmenter)} ${String(via)}`));
	t.true(
		[' es', ' eo'].every((end) => [...pivots].some((pivot) => pivot.endsWith(end))),
		[...pivots].sort().join(', '),
	);
	const splitsOf = Map.groupBy(rows, ({group_id: group}) => group);
	t.deepEqual(
		[...splitsOf].filter(([, family]) => new Set(family.map(({split}) => split)).size > 1),
		[],
	);
	t.true(rows.some(({split}) => split === 'validation') || rows.some(({split}) => split === 'test'));

	const again = await published(by, limit, 'threads', threadExecutor({workers: 2}));
	const shards = ({files}: Manifest) => files.map(({path, sha256, rows: count}) => ({path, sha256, count}));
	t.deepEqual(shards(again.manifest), shards(manifest));
}

const title = (by: string): string =>
	`variants by ${by} stay in the training split beside their originals, with equal bytes on other workers`;

const pairs = new Set(installedPairs().map(({pair}) => pair));
const missing = `needs Apertium; run "${apertiumInstall}"`;
const isRequired = (process.env['MILLRACE_REQUIRE'] ?? '').split(',').includes('apertium');

if (isRequired || ['en-es', 'es-en', 'en-eo', 'eo-en'].every((pair) => pairs.has(pair))) {
	test.serial(title('apertium'), async (t) => {
		await holds(t, 'apertium', 150, 50);
	});
} else {
	test.skip(`${title('apertium')} (${missing})`, (t) => t.fail(missing));
}

test.serial(title('neural'), async (t) => {
	await holds(t, 'neural', 25, 3);
});
