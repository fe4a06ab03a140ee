import test from 'ava';
import {captured, notes, publishedNotes} from '../../fixtures/harness.ts';
import {statusCommand} from './status.ts';

test('a dataset has its versions, what it takes on disk, and who works on it', async (t) => {
	const out = await publishedNotes(t);
	const output = captured();
	t.is(await statusCommand(notes, {out}, output), 0);
	const text = output.text();
	t.regex(text, /^ *version +published +rows +test +train +shards +size$/m);
	t.regex(text, /^ +1 +\d{4}-\d\d-\d\d \d\d:\d\d +9 +\d +\d +2 +\S+ kB$/m);
	t.regex(text, /on disk: versions \S+ kB in 7 objects, cache /);
	t.regex(text, /no run is under way$/);
});

test('as JSON it is one line a dataset', async (t) => {
	const out = await publishedNotes(t);
	const output = captured();
	await statusCommand(undefined, {out, json: true}, output);
	const [status, ...others] = output.json();
	t.like(status, {dataset: out, running: null});
	t.deepEqual(others, []);
});

test('without a name it is about the datasets of the workspace', async (t) => {
	const output = captured();
	t.is(await statusCommand(undefined, {}, output), 0);
	t.regex(output.text(), /^(?:dataset +version|Nothing is published yet)/);
});
