import {readdirSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import test from 'ava';
import {temporaryFolder} from '../../fixtures/harness.ts';
import {dataFolderChecks} from './data-folder-checks.ts';

test('a folder that can be written has all that publishing needs, and is left as it was', async (t) => {
	const folder = temporaryFolder(t);
	const checks = await dataFolderChecks(folder);
	t.deepEqual(
		checks.map(({name}) => name),
		['free disk', 'write permission', 'links and fsync'],
	);
	t.true(checks.slice(1).every(({ok, mend}) => ok && mend === undefined));
	t.deepEqual(readdirSync(folder), []);
});

test('a folder that is not there is judged by the one where it will be made', async (t) => {
	const folder = temporaryFolder(t);
	t.true((await dataFolderChecks(join(folder, 'a/b')))[1]?.found === folder);
});

test('a place where nothing can be written is named', async (t) => {
	const file = join(temporaryFolder(t), 'file');
	writeFileSync(file, '');
	const [, permission, ...others] = await dataFolderChecks(file);
	t.like(permission, {
		name: 'write permission',
		ok: false,
		required: true,
		mend: `chown -R "$USER" '${file}'`,
	});
	t.deepEqual(others, []);
});
