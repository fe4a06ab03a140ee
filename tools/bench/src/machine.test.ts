import {tmpdir} from 'node:os';
import test from 'ava';
import {machine} from './machine.ts';

test('the machine is told with its versions', async (t) => {
	const told = new Map(await machine(tmpdir(), {program: 'python3', version: '1.2.3'}));
	t.is(told.get('Node'), process.version);
	t.is(told.get('pyarrow'), '1.2.3');
	t.is(told.get('Millrace'), 'not in a git checkout');
	t.regex(told.get('processor') ?? '', /\d+ cores$/);
	t.regex(new Map(await machine(tmpdir(), undefined)).get('pyarrow') ?? '', /python:setup/);
});
