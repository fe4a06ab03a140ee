import {appendFileSync, copyFileSync, existsSync} from 'node:fs';
import {join} from 'node:path';
import test from 'ava';
import {captured, millrace, notes, temporaryFolder} from '../../fixtures/harness.ts';
import {refreshCommand} from './refresh.ts';

test.serial('a refresh publishes and says so in one line, another has nothing to do', async (t) => {
	const out = join(temporaryFolder(t), 'notes');
	const first = await millrace(['refresh', notes, '--out', out]);
	t.deepEqual([first.code, first.stderr], [0, '']);
	t.regex(
		first.stdout,
		/^notes: published version 1 with 9 rows \(test \d, train \d\) from 12 records of 1 file to .*versions\/v000001 in .* s; report in .*\/reports\/v000001\.html\.\n$/,
	);
	t.true(existsSync(join(out, 'versions/latest/README.md')));
	const second = await millrace(['refresh', notes, '--out', out]);
	t.deepEqual(second, {
		code: 0,
		stderr: '',
		stdout: 'notes: nothing changed since version 1 of 9 rows; there is nothing to do.\n',
	});
});

test.serial('people read what became of the rows, where they are and how to look at them', async (t) => {
	const out = join(temporaryFolder(t), 'notes');
	const output = captured({terminal: true, width: 100});
	t.is(
		await refreshCommand(notes, {out, workers: 1, limit: 11, set: [{option: 'minimum', text: '5'}]}, output),
		0,
	);
	const text = output.text();
	t.regex(text, /^notes: published version 1 in /);
	t.regex(text, /12 records read from 1 file, of which the first 11 went in/);
	t.regex(text, /^stage +in +out +kept +dropped$/m);
	t.regex(text, /^length +11 +10 +91 % +too-short 1$/m);
	t.regex(text, /^exact-dedup +10 +9 +90 % +duplicate 1$/m);
	t.regex(text, /^split +rows +shards +size$/m);
	t.true(text.includes(`npx millrace show ${notes} --out ${out} --dropped`));
});

test.serial('as JSON it is the events of the engine, the result last', async (t) => {
	const out = join(temporaryFolder(t), 'notes');
	const output = captured();
	await refreshCommand(notes, {out, workers: 1, json: true}, output);
	const events = output.json();
	const types = events.map((event) =>
		typeof event === 'object' && event !== null && 'type' in event ? event.type : undefined,
	);
	t.deepEqual([...new Set(types)], ['start', 'sources', 'phase', 'progress', 'published', 'result']);
	const result = events.at(-1);
	t.like(result, {type: 'result', outcome: 'published', name: 'notes', version: 1});
	t.regex(JSON.stringify(result), /"rows":\{"test":\d,"train":\d\}/);
});

test.serial('an input that changed makes a new version', async (t) => {
	const folder = temporaryFolder(t);
	const files = join(folder, 'notes.jsonl');
	copyFileSync(new URL('../../fixtures/notes/notes.jsonl', import.meta.url), files);
	const flags = {out: join(folder, 'data'), workers: 1, set: [{option: 'files', text: files}]};
	await refreshCommand(notes, flags, captured());
	appendFileSync(files, '{"title": "More", "text": "One more note about the mill by the river."}\n');
	const output = captured();
	await refreshCommand(notes, flags, output);
	t.regex(output.text(), /published version 2 with 10 rows/);
});
