import {existsSync} from 'node:fs';
import {join} from 'node:path';
import test from 'ava';
import {captured, notes, temporaryFolder} from '../../fixtures/harness.ts';
import {runCommand} from './run.ts';

test('tells what would be published, and publishes nothing', async (t) => {
	const out = join(temporaryFolder(t), 'notes');
	const output = captured({terminal: true});
	t.is(await runCommand(notes, {out, workers: 1}, output), 0);
	t.regex(
		output.text(),
		/^stage [^]*\n\nnotes: 9 rows \(test \d, train \d\) of 12 records would be published; ran in .* and published nothing\.$/,
	);
	t.false(existsSync(join(out, 'manifests')));
	const json = captured();
	await runCommand(notes, {out, workers: 1, json: true}, json);
	t.like(json.json().at(-1), {type: 'result', outcome: 'ran', name: 'notes'});
});
