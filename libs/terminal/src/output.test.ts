import {PassThrough} from 'node:stream';
import test from 'ava';
import {columnsAsked, standardOutput} from './output.ts';

const output = (stream: PassThrough) => standardOutput(Object.assign(stream, {isTTY: false, columns: 0}));

test('writes lines, and waits for a slow reader', async (t) => {
	const stream = new PassThrough({highWaterMark: 4});
	const out = output(stream);
	let written = false;
	const writing = out.lines('one', 'two').then(() => {
		written = true;
	});
	await new Promise(setImmediate);
	t.false(written);
	t.is(String(stream.read()), 'one\ntwo\n');
	await writing;
	t.true(written);
});

test('a reader that went away is no error, and ends the writing', async (t) => {
	const stream = new PassThrough();
	const out = output(stream);
	stream.destroy(Object.assign(new Error('write EPIPE'), {code: 'EPIPE'}));
	await new Promise(setImmediate);
	t.false(out.open);
	await t.notThrowsAsync(out.lines('more'));
});

test('what is no terminal has 120 columns unless COLUMNS says otherwise', (t) => {
	t.deepEqual([undefined, '', '40', '7', 'wide'].map(columnsAsked), [120, 120, 40, 120, 120]);
});
