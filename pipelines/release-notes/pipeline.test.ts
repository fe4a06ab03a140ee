import {droppedRows, refresh} from '@millrace/engine';
import {inlineExecutor} from '@millrace/executors';
import {memoryStore} from '@millrace/io';
import test from 'ava';
import releaseNotes from './pipeline.ts';

test('publishes over a thousand labelled lines in three splits, and accounts for every changelog', async (t) => {
	const {manifest} = await refresh(releaseNotes, {store: memoryStore(), executor: inlineExecutor()});
	const {accounts, rows} = manifest;
	for (const account of accounts) {
		t.is(
			account.in + account.generated,
			account.out + droppedRows(account) + account.quarantined,
			account.stage,
		);
	}
	const {train = 0, validation = 0, test: held = 0} = rows;
	t.true(train + validation + held > 1000, JSON.stringify(rows));
	t.true(validation > 50 && held > 50, JSON.stringify(rows));
	t.deepEqual(
		['text', 'label', 'section', 'version', 'package', 'messages', 'train'].filter(
			(name) => !manifest.columns.some(([column]) => column === name),
		),
		[],
	);
});
