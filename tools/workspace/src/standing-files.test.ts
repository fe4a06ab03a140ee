import {glob, readFile} from 'node:fs/promises';
import {join} from 'node:path';
import test from 'ava';
import {workspaceFolder} from './projects.ts';

const read = (path: string): Promise<string> => readFile(join(workspaceFolder, path), 'utf8');

const expected: readonly (readonly [path: string, holds: RegExp])[] = [
	['LICENSE', /Apache License\s+Version 2\.0/],
	['CONTRIBUTING.md', /^# Working on Millrace/],
	['SECURITY.md', /^# Security/],
	['CHANGELOG.md', /^## Unreleased$/m],
	['docs/log.md', /^# Log/],
];

for (const [path, holds] of expected) {
	test(`${path} is there`, async (t) => {
		t.regex(await read(path), holds);
	});
}

test('the index of decisions has one row for each, in order', async (t) => {
	const index = await read('docs/adr/README.md');
	const files = await Array.fromAsync(glob('[0-9]*.md', {cwd: join(workspaceFolder, 'docs/adr')}));
	const linked = [...index.matchAll(/^\| \[\d{3}\]\(([^)]+)\)/gm)].map(([, file]) => file);
	t.deepEqual(linked, files.toSorted());
	t.deepEqual(
		files.filter((file) => !/^\d{3}-[a-z0-9-]+\.md$/.test(file)),
		[],
	);
});

test('all packages of Nx have one exact version', async (t) => {
	const pins = (await read('package.json')).matchAll(/"(?:nx|@nx\/[\w-]+)": "([^"]+)"/g);
	const versions = new Set([...pins].map(([, version]) => version));
	t.is(versions.size, 1);
	t.regex([...versions].join(' '), /^\d+\.\d+\.\d+$/);
});

test('the README has at most 400 words', async (t) => {
	const words = (await read('README.md')).split(/\s+/).filter((word) => word !== '');
	t.true(words.length <= 400, `${words.length} words`);
});

test('the lock file names no registry, so that any serves', async (t) => {
	t.notRegex(await read('package-lock.json'), /"resolved": "https?:/);
});
