import {writeFileSync} from 'node:fs';
import {join} from 'node:path';
import test from 'ava';
import {badFolder, lines, refreshed} from './bad-folder.ts';
import {publishedRows} from './published-rows.ts';

test('a row for which a stage throws is quarantined with the error, and what is dropped says why', async (t) => {
	const {root, out} = badFolder(t);
	writeFileSync(join(root, 'a.jsonl'), lines(30));
	const {manifest} = await refreshed(root, out, {between: 'throws'});
	const {rows, dropped, quarantined} = await publishedRows(out);
	t.deepEqual(
		rows.map(({n, half}) => [n, half]),
		Array.from({length: 15}, (_, half) => [half * 2, half]),
	);
	t.deepEqual(
		quarantined.map(({row_source: source, stage, reason, row}) => [source, stage, reason, row]),
		[['a.jsonl', 'half', '13 brings bad luck', JSON.stringify({text: 'line 13 of a file', n: 13})]],
	);
	t.deepEqual(
		dropped.map(({stage, reason, row}) => [stage, reason, row]),
		Array.from({length: 15}, (_, half) => half * 2 + 1)
			.filter((n) => n !== 13)
			.map((n) => ['odd', 'odd', JSON.stringify({text: `line ${n} of a file`, n, half: n >> 1})]),
	);
	t.deepEqual(
		manifest.accounts.map(({dropped: reasons, quarantined: count}) => [reasons, count]),
		[
			[{}, 0],
			[{}, 1],
			[{odd: 14}, 0],
		],
	);
	t.is(
		new Set([...rows, ...dropped, ...quarantined].map(({row_id: id}) => id)).size,
		30,
		'every row is somewhere, once',
	);
});

test('of a batch for which a stage throws, only the row at fault is quarantined', async (t) => {
	const {root, out} = badFolder(t);
	writeFileSync(join(root, 'a.jsonl'), lines(30));
	await refreshed(root, out, {between: 'batch-throws'});
	const {rows, quarantined} = await publishedRows(out);
	t.deepEqual(
		rows.map(({n}) => n),
		Array.from({length: 30}, (_, n) => n).filter((n) => n !== 13),
	);
	t.deepEqual(
		quarantined.map(({stage, reason, row}) => [stage, reason, row]),
		[['halves', '13 brings bad luck', JSON.stringify({text: 'line 13 of a file', n: 13})]],
	);
});
