import {Command} from 'commander';
import test from 'ava';
import {captured, notes, publishedNotes} from '../../fixtures/harness.ts';
import {rowCommands} from './row-commands.ts';

test('flags reach the command that they belong to', async (t) => {
	const out = await publishedNotes(t);
	const output = captured();
	const codes: number[] = [];
	const root = new Command('millrace').exitOverride();
	rowCommands(root, output, (code) => codes.push(code));
	await root.parseAsync(['explain', notes, '--match', 'Too short', '--out', out, '--json'], {from: 'user'});
	await root.parseAsync(
		['what-if', notes, '--rule', 'length.min', '--values', '1,2', '--out', out, '--json'],
		{from: 'user'},
	);
	t.deepEqual(codes, [0, 0]);
	const [explained, swept] = output.json();
	t.like(explained, {label: '4'});
	t.like(swept, {option: 'min', swept: [{threshold: 1}, {threshold: 2}, {threshold: 4}]});
});

test('train-probe asks where to write', async (t) => {
	const root = new Command('millrace').exitOverride();
	rowCommands(root, captured(), () => undefined);
	for (const command of root.commands) command.exitOverride().configureOutput({writeErr: () => undefined});
	await t.throwsAsync(root.parseAsync(['train-probe', 'rows.jsonl'], {from: 'user'}), {
		message: /--to <file>/,
	});
});
