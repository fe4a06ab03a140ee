import {existsSync, mkdirSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import test from 'ava';
import {generateCorpus} from '@millrace/corpus';
import {publishedRows, type JsonRow} from './published-rows.ts';
import {refreshModule} from './refresh-module.ts';
import {temporaryFolder} from './temporary-folder.ts';

const misbehaving = import.meta.resolve('./pipelines/bad-input.ts');
const everyShape = import.meta.resolve('./pipelines/every-shape.ts');

const lost: Readonly<Record<string, RegExp>> = {
	loses:
		/^stage loses, partition [0-9a-f]{40}: the accounts do not balance: row \d+ of a batch is lost, with 0 others of \d+; the stage must name every row once, in source, drops or quarantines\. \(\d+ of the phase read, loses are not done\)$/,
	swaps:
		/^stage swaps, partition [0-9a-f]{40}: the accounts do not balance: row \d+ of a batch is named twice/,
};

for (const [between, message] of Object.entries(lost)) {
	test(`a stage that silently loses a row fails the run by its name and the partition, and publishes nothing: ${between}`, async (t) => {
		const folder = temporaryFolder(t);
		const [root, out] = [join(folder, 'in'), join(folder, 'out')];
		mkdirSync(root);
		writeFileSync(
			join(root, 'a.jsonl'),
			Array.from({length: 60}, (_, n) => `{"text":"line ${n}","n":${n}}\n`).join(''),
		);
		await t.throwsAsync(refreshModule({module: misbehaving, out, given: {root, between}}), {
			code: 'accounts',
			message,
		});
		t.false(existsSync(join(out, 'manifests')));
		t.false(existsSync(join(out, 'versions')));
		const {manifest} = await refreshModule({module: misbehaving, out, given: {root}});
		t.deepEqual(manifest.rows, {train: 60});
	});
}

interface Account {
	readonly stage: string;
	readonly partition: string;
	readonly in: number;
	readonly generated: number;
	readonly out: number;
	readonly dropped: Readonly<Record<string, number>>;
	readonly quarantined: number;
}

const isAccount = (row: JsonRow): row is JsonRow & Account =>
	typeof row['stage'] === 'string' && typeof row['partition'] === 'string' && typeof row['in'] === 'number';

test('for every stage and partition the accounts balance, and what leaves one stage enters the next', async (t) => {
	const folder = temporaryFolder(t);
	const [root, out] = [join(folder, 'corpus'), join(folder, 'out')];
	await generateCorpus({folder: root, bytes: 1_000_000, seed: 9, files: 5});
	const {manifest} = await refreshModule({module: everyShape, out, given: {root}});
	const {rows, dropped, quarantined, accounts: found} = await publishedRows(out);
	const accounts = found.filter(isAccount);
	t.is(accounts.length, found.length);
	for (const account of accounts) {
		const left = Object.values(account.dropped).reduce((sum, count) => sum + count, 0);
		t.is(account.in + account.generated, account.out + left + account.quarantined, JSON.stringify(account));
	}
	const stages = [...new Set(accounts.map(({stage}) => stage))];
	t.deepEqual(
		stages,
		manifest.accounts.map(({stage}) => stage),
	);
	t.deepEqual(stages, [
		'jsonl',
		'clean',
		'length',
		'halves',
		'die',
		'exact-dedup',
		'sort-by',
		'cap-per-group',
		'last',
	]);
	const byPartition = Map.groupBy(accounts, ({partition}) => partition);
	t.true(byPartition.size > 5);
	for (const own of byPartition.values()) {
		for (const [index, account] of own.entries())
			if (index > 0) t.is(account.in, own[index - 1]?.out ?? -1, `${account.stage} in ${account.partition}`);
	}
	for (const [index, account] of manifest.accounts.entries())
		if (index > 0) t.is(account.in, manifest.accounts[index - 1]?.out ?? -1, account.stage);
	const sum = (stage: string, field: 'in' | 'out' | 'generated' | 'quarantined'): number =>
		accounts
			.filter((account) => account.stage === stage)
			.reduce((total, account) => total + account[field], 0);
	for (const account of manifest.accounts)
		for (const field of ['in', 'out', 'generated', 'quarantined'] as const)
			t.is(sum(account.stage, field), account[field]);
	t.true((manifest.accounts.find(({stage}) => stage === 'halves')?.generated ?? 0) > 0);
	t.is(manifest.accounts[0]?.in ?? -1, manifest.sources.records);
	t.is(manifest.accounts.at(-1)?.out ?? -1, rows.length);
	t.is(
		manifest.accounts.reduce((total, account) => total + account.quarantined, 0),
		quarantined.length,
	);
	const reasons = Map.groupBy(dropped, ({stage, reason}) => `${String(stage)} ${String(reason)}`);
	const counted = new Map(
		manifest.accounts.flatMap(({stage, dropped: own}) =>
			Object.entries(own).map(([reason, count]) => [`${stage} ${reason}`, count] as const),
		),
	);
	t.deepEqual(
		new Map([...reasons].map(([key, list]) => [key, list.length] as const).toSorted()),
		new Map([...counted].toSorted()),
	);
	t.true(counted.size >= 5, 'rows are dropped for several reasons');
});
