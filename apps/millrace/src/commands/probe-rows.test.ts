import {writeFileSync} from 'node:fs';
import {join} from 'node:path';
import test from 'ava';
import {notes, publishedNotes, temporaryFolder} from '../../fixtures/harness.ts';
import {probeRows} from './probe-rows.ts';

test('reads JSON Lines, empty lines left out', async (t) => {
	const file = join(temporaryFolder(t), 'rows.jsonl');
	writeFileSync(file, '{"a":1}\n\n{"a":"x"}');
	t.deepEqual(await Array.fromAsync(probeRows(file)), [{a: 1}, {a: 'x'}]);
});

test('a line that is no object is named', async (t) => {
	const file = join(temporaryFolder(t), 'rows.jsonl');
	for (const bad of ['[1]', 'x', 'null']) {
		writeFileSync(file, `{"a":1}\n${bad}\n`);
		await t.throwsAsync(Array.fromAsync(probeRows(file)), {
			code: 'usage',
			message: /rows\.jsonl:2: expected one JSON object/,
		});
	}
	await t.throwsAsync(Array.fromAsync(probeRows(`${file}l.jsonl`)), {code: 'missing'});
});

test('reads the rows of a version, or of one split', async (t) => {
	const out = await publishedNotes(t);
	t.is((await Array.fromAsync(probeRows(notes, {out}))).length, 9);
	const some = await Array.fromAsync(probeRows(notes, {out, split: 'test'}));
	t.true(some.length < 9 && some.every((row) => row['split'] === undefined || row['split'] === 'test'));
});
