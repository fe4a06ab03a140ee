import test from 'ava';
import {captured, notes} from '../../fixtures/harness.ts';
import {previewCommand} from './preview.ts';

test('shows step by step what became of the rows, and at last the rows', async (t) => {
	const output = captured();
	t.is(await previewCommand(notes, {rows: 12}, output), 0);
	const text = output.text();
	t.regex(text, /^jsonl {2}11 rows; quarantined 1\n {2}# +title +text\n {2}1 +Mills /);
	t.regex(text, /# +quarantined +at +row\n {2}12 +column text: expected utf8, found the number 12/);
	t.regex(text, /\ntag {2}11 in, 11 out; adds tag\n/);
	t.regex(text, /\nnormalize-text {2}11 in, 11 out; writes text\n[^]*\n {2}3 +same\n/);
	t.regex(
		text,
		/\nlength {2}11 in, 10 out; dropped too-short 1; adds length\n[^]*# +dropped +score +row\n {2}4 +too-short +2 +Too short\.\n/,
	);
	t.regex(
		text,
		/\nexact-dedup {2}10 in, 9 out; dropped duplicate 1; saw these rows alone\n[^]*2 +duplicate of 1 /,
	);
	t.regex(text, /\nresult {2}9 rows\n/);
	t.false(text.includes('\u001b'));
});

test('as JSON it is one line a step, with whole rows and columns', async (t) => {
	const output = captured();
	await previewCommand(notes, {rows: 1, json: true, set: [{option: 'tag', text: 'x'}]}, output);
	const steps = output.json();
	t.is(steps.length, 7);
	t.like(steps.at(-1), {
		kind: 'stage',
		name: 'split',
		schema: {title: {kind: 'utf8'}, tag: {kind: 'utf8'}, length: {kind: 'int32'}},
		added: ['split'],
	});
});

test('reads no more than asked for', async (t) => {
	const output = captured();
	await previewCommand(notes, {rows: 2}, output);
	t.regex(output.text(), /^jsonl {2}2 rows\n/);
});
