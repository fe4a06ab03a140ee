import {readdirSync} from 'node:fs';
import test from 'ava';
import {captured, temporaryFolder} from '../../fixtures/harness.ts';
import {doctorCommand} from './doctor.ts';

test('this machine has what is required, and nothing is left behind', async (t) => {
	const out = temporaryFolder(t);
	const output = captured();
	t.is(await doctorCommand({out}, output), 0);
	for (const need of ['Node 24', 'workspace', 'write permission', 'links and fsync'])
		t.regex(output.text(), new RegExp(`^ok +${need} `, 'm'));
	t.deepEqual(readdirSync(out), []);
	const json = captured();
	await doctorCommand({out, json: true}, json);
	t.like(json.json().at(-1), {type: 'result', outcome: 'ready'});
});

test('what is missing has the command that mends it, and ends with 2', async (t) => {
	const output = captured();
	t.is(await doctorCommand({out: import.meta.filename}, output), 2);
	t.regex(
		output.text(),
		/^missing +write permission +none in [^]*\n\nTo mend:\n {2}write permission: chown /m,
	);
});
