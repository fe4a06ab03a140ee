import {execFileSync} from 'node:child_process';
import {mkdtemp, rm, stat, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {makePython, pythonOf} from '@millrace/training';
import test, {type ExecutionContext} from 'ava';
import {pythonEnvironment} from './python-environment.ts';
import {pythonTest} from './python-test.ts';

const environment = async (t: ExecutionContext, pins = '') => {
	const folder = await mkdtemp(join(tmpdir(), 'millrace-python-'));
	t.teardown(() => rm(folder, {recursive: true}));
	const requirements = join(folder, 'requirements.txt');
	await writeFile(requirements, pins);
	return {folder: join(folder, 'venv'), requirements, setup: 'npm run python:setup'};
};

test('there is no interpreter before the environment is made', async (t) => {
	t.is(await pythonOf(await environment(t)), undefined);
});

test('a missing Python is one sentence that says what to install', async (t) => {
	const error = await t.throwsAsync(makePython(await environment(t), {python: 'python-that-is-not-there'}));
	t.regex(
		error.message,
		/expected python-that-is-not-there to be Python 3\.11 or later .* apt-get install python3 python3-venv.* run npm run python:setup again/,
	);
});

pythonTest('makes an environment once, and anew when a pin changes', async (t) => {
	const given = await environment(t);
	const interpreter = await makePython(given);
	t.is(execFileSync(interpreter, ['-c', 'print(6 * 7)'], {encoding: 'utf8'}).trim(), '42');
	const {mtimeMs} = await stat(given.folder);
	t.is(await makePython(given), interpreter);
	t.is((await stat(given.folder)).mtimeMs, mtimeMs);
	await writeFile(given.requirements, '# changed');
	t.is(await pythonOf(given), undefined);
});

pythonTest('the interpreter of the workspace has the pinned packages', async (t, python) => {
	t.is(await pythonOf(pythonEnvironment), python);
	t.notThrows(() => execFileSync(python, ['-c', 'import duckdb, pyarrow']));
});

pythonTest('a package that cannot be had is a sentence, and leaves no environment that counts', async (t) => {
	const given = await environment(t, './no-such-package\n');
	const error = await t.throwsAsync(makePython(given), {code: 'temporary'});
	t.regex(
		error.message,
		/^npm run python:setup: expected pip to install the pinned packages, which failed: ERROR: /,
	);
	t.is(await pythonOf(given), undefined);
});
