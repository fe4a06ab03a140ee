import test from 'ava';
import {manyTickets} from '../../fixtures/many-tickets.ts';
import {tickets} from '../../fixtures/published.ts';
import {shardRows, type ShardRow} from '../../fixtures/shard-rows.ts';
import {rolesOf} from '../settings/roles.ts';
import {measureVersion} from './measure-version.ts';

const text = (row: ShardRow): string => String(row['text']);

const lengthOf = (list: unknown): number =>
	typeof list === 'object' && list !== null && 'length' in list ? Number(list.length) : NaN;

function countBy<T>(items: readonly T[], key: (item: T) => string): Record<string, number> {
	const counts: Record<string, number> = {};
	for (const item of items) counts[key(item)] = (counts[key(item)] ?? 0) + 1;
	return counts;
}

function quantile(values: readonly number[], share: number): number | undefined {
	const sorted = values.toSorted((a, b) => a - b);
	return sorted[Math.max(1, Math.ceil(share * sorted.length)) - 1];
}

/** Runs of so many words, in lower case. */
function runs(whole: string, size: number): readonly string[] {
	const words = whole.toLowerCase().split(' ');
	return words
		.slice(0, Math.max(0, words.length - size + 1))
		.map((_, at) => words.slice(at, at + size).join(' '));
}

test('figures are those that plain loops over the shards give', async (t) => {
	const {root, store, publish} = tickets(t);
	const manifest = await publish(manyTickets(600, 7));
	const columns = new Map(manifest.columns);
	const roles = {...rolesOf('tickets', columns), group: 'group'};
	const found = await measureVersion(store, manifest, roles);
	const rows = await shardRows(root, manifest);
	const [dropped, quarantined] = [
		await shardRows(root, manifest, 'dropped/'),
		await shardRows(root, manifest, 'quarantined/'),
	];
	t.true(rows.length > 500 && dropped.length > 10, `${rows.length} rows, ${dropped.length} dropped`);
	t.deepEqual(
		Object.fromEntries(found.splits.map(({split, rows: own}) => [split, own])),
		countBy(rows, ({split}) => split),
	);

	const tokens = rows.map((row) => lengthOf(row['tokens']));
	for (const [of, lengths] of [
		[found.tokens?.all, tokens],
		[found.text?.characters.all, rows.map((row) => text(row).length)],
	] as const) {
		t.like(of, {
			rows: rows.length,
			total: lengths.reduce((sum, length) => sum + length, 0),
			min: Math.min(...lengths),
			max: Math.max(...lengths),
			p5: quantile(lengths, 0.05),
			p50: quantile(lengths, 0.5),
			p95: quantile(lengths, 0.95),
			p99: quantile(lengths, 0.99),
		});
	}

	const labelled = rows.filter((row) => row['label'] !== null);
	t.is(found.labels?.empty, rows.length - labelled.length);
	t.deepEqual(
		Object.fromEntries((found.labels?.values ?? []).map(({value, rows: own}) => [value, own])),
		countBy(labelled, (row) => String(row['label'])),
	);
	t.deepEqual(
		Object.fromEntries(
			(found.languages?.values ?? []).map(({value, splits}) => [value, splits['test'] ?? 0]),
		),
		Object.fromEntries(
			Object.keys(countBy(rows, (row) => String(row['language']))).map((language) => [
				language,
				rows.filter((row) => row['language'] === language && row.split === 'test').length,
			]),
		),
	);

	const distinct = new Set(rows.map(text)).size;
	const trained = new Set(rows.filter(({split}) => split === 'train').map(text));
	t.like(found.duplicates, {scale: 1, rows: rows.length, distinct, repeated: rows.length - distinct});
	for (const {split, rows: own, known} of found.duplicates?.heldOut ?? []) {
		const heldOut = rows.filter((row) => row.split === split);
		t.deepEqual(
			[own, known],
			[heldOut.length, heldOut.filter((row) => trained.has(text(row))).length],
			split,
		);
	}
	for (const {words, splits} of found.overlap?.sizes ?? []) {
		const known = new Set([...trained].flatMap((own) => runs(own, words)));
		for (const {split, rows: own, shared} of splits) {
			const long = rows.filter((row) => row.split === split && runs(text(row), words).length > 0);
			const sharing = long.filter((row) => runs(text(row), words).some((run) => known.has(run)));
			t.deepEqual([own, shared], [long.length, sharing.length], `${split}, ${words} words`);
		}
	}
	const groups = Object.values(Object.groupBy(rows, (row) => String(row['group'])));
	t.deepEqual(found.groups, {
		scale: 1,
		groups: groups.length,
		straddling: groups.filter((own) => new Set(own?.map(({split}) => split)).size > 1).length,
	});

	t.deepEqual(
		Object.fromEntries(
			found.funnel.flatMap((stage) => stage.dropped.map((drop) => [drop.reason, drop.rows])),
		),
		countBy(dropped, (row) => String(row['reason'])),
	);
	t.is(found.quarantine.rows, quarantined.length);
	const score = found.columns.find(({name}) => name === 'score')?.numbers;
	const scores = rows.map((row) => Number(row['score']));
	t.deepEqual([score?.min, score?.max], [Math.min(...scores), Math.max(...scores)]);
	t.true(Math.abs((score?.mean ?? 0) - scores.reduce((sum, own) => sum + own, 0) / scores.length) < 1e-9);
});

test('examples are rows of the shards, a few of each reason and split', async (t) => {
	const {root, store, publish} = tickets(t);
	const manifest = await publish(manyTickets(400, 8));
	const found = await measureVersion(store, manifest, {text: 'text'});
	const dropped = new Map((await shardRows(root, manifest, 'dropped/')).map((row) => [row['row_id'], row]));
	for (const {stage, dropped: drops} of found.funnel) {
		for (const {reason, rows, examples} of drops) {
			t.true(examples.length === Math.min(rows, 5), `${reason}: ${examples.length}`);
			for (const {id, text: own, score} of examples) {
				const row = dropped.get(id);
				t.like(row, {stage, reason, score});
				t.true(String(row?.['row']).includes(JSON.stringify(own)));
			}
		}
	}
	const rows = new Map((await shardRows(root, manifest)).map((row) => [row['row_id'], row]));
	for (const {split, rows: own} of found.samples) {
		t.is(own.length, 5);
		t.true(
			own.every(({id, text: shown}) => rows.get(id)?.split === split && rows.get(id)?.['text'] === shown),
		);
	}
});

test('a signal stops it', async (t) => {
	const {store, publish} = tickets(t);
	const manifest = await publish(manyTickets(20, 9));
	await t.throwsAsync(measureVersion(store, manifest, {text: 'text'}, AbortSignal.abort()), {
		code: 'stopped',
	});
});
