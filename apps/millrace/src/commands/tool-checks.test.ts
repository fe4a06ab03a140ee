import {createHash} from 'node:crypto';
import {mkdirSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import test from 'ava';
import {temporaryFolder} from '../../fixtures/harness.ts';
import {installCheck, nodeCheck, pythonCheck, testPython, trainerPython} from './tool-checks.ts';

test('an old Node is named with what brings a newer one', (t) => {
	t.like(nodeCheck('20.1.0', '/usr/bin/node'), {
		ok: false,
		required: true,
		found: '20.1.0 at /usr/bin/node',
		mend: 'npm ci, then run it through npx millrace',
	});
	t.true(nodeCheck('24.0.0', '/usr/bin/node').ok);
});

test('packages that are not installed are named', (t) => {
	const root = temporaryFolder(t);
	for (const name of ['core', 'io']) mkdirSync(join(root, 'node_modules/@millrace', name), {recursive: true});
	t.like(installCheck(root), {
		ok: false,
		found: `node_modules/@millrace/engine missing in ${root}`,
		mend: 'npm ci',
	});
	mkdirSync(join(root, 'node_modules/@millrace/engine'));
	t.true(installCheck(root).ok);
});

test('the Python environment is optional, and must have the packages that are pinned', async (t) => {
	const root = temporaryFolder(t);
	mkdirSync(join(root, '.venv'));
	mkdirSync(join(root, 'tools/python'), {recursive: true});
	writeFileSync(join(root, 'tools/python/requirements.txt'), 'pyarrow');
	t.like(await pythonCheck(root, testPython), {
		ok: false,
		required: false,
		found: 'no environment in .venv',
		mend: 'npm run python:setup',
	});
	writeFileSync(join(root, '.venv/requirements.sha256'), 'another');
	t.like(await pythonCheck(root, testPython), {
		ok: false,
		found: 'other packages in .venv than those pinned',
	});
	writeFileSync(
		join(root, '.venv/requirements.sha256'),
		createHash('sha256').update('pyarrow').digest('hex'),
	);
	t.true((await pythonCheck(root, testPython)).ok);
	t.like(await pythonCheck(root, trainerPython), {
		ok: false,
		found: 'no environment in apps/trainer/runner/.venv',
		mend: 'npm run trainer:setup',
	});
});
