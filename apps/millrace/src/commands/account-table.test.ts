import {unpainted} from '@millrace/terminal';
import test from 'ava';
import {accountTable, reasonCounts} from './account-table.ts';

const account = (stage: string, entered: number, out: number) => ({
	stage,
	in: entered,
	generated: 0,
	out,
	dropped: {},
	quarantined: 0,
});

test('a funnel shows what each stage kept; columns of nothing are left out', (t) => {
	const accounts = [
		account('jsonl', 1200, 1200),
		{...account('length', 1200, 900), dropped: {'too-long': 100, 'too-short': 200}},
	];
	t.deepEqual(accountTable(accounts, 80, unpainted), [
		'stage      in    out   kept  dropped',
		'jsonl   1,200  1,200  100 %',
		'length  1,200    900   75 %  too-short 200, too-long 100',
	]);
});

test('rows that were made and rows in quarantine have their columns where there are any', (t) => {
	const lines = accountTable([{...account('lines', 10, 29), generated: 20, quarantined: 1}], 80, unpainted);
	t.deepEqual(lines, ['stage  in  made  out  kept  quarantined', 'lines  10   +20   29  97 %            1']);
});

test('reasons come by how often, then by name, and cannot drive the terminal', (t) => {
	t.is(reasonCounts({b: 1, a: 1, 'c\u001b': 1000}), 'c␛ 1,000, a 1, b 1');
});
