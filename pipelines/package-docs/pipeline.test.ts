import {droppedRows, refresh} from '@millrace/engine';
import {inlineExecutor} from '@millrace/executors';
import {memoryStore} from '@millrace/io';
import test from 'ava';
import packageDocs from './pipeline.ts';

test('publishes sections of the first documents, and accounts for every one of them', async (t) => {
	const {manifest} = await refresh(packageDocs, {
		store: memoryStore(),
		executor: inlineExecutor(),
		limit: 200,
	});
	const {accounts, rows} = manifest;
	t.is(accounts[0]?.in, 200);
	for (const account of accounts) {
		t.is(
			account.in + account.generated,
			account.out + droppedRows(account) + account.quarantined,
			account.stage,
		);
	}
	t.true((rows['train'] ?? 0) > 100, JSON.stringify(rows));
	t.true(
		(accounts.find(({stage}) => stage === 'exact-dedup')?.dropped['duplicate'] ?? 0) > 0,
		'licences repeat',
	);
	t.deepEqual(
		['text', 'package', 'heading_path', 'code', 'tokens'].filter(
			(name) => !manifest.columns.some(([column]) => column === name),
		),
		[],
	);
});
