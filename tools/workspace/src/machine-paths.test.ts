import {homedir} from 'node:os';
import test from 'ava';
import {machinePaths} from './machine-paths.ts';
import {workspaceFolder} from './projects.ts';
import {textFiles} from './text-files.ts';

test('no file of the workspace names a path of a machine', async (t) => {
	const found: string[] = [];
	for await (const file of textFiles(workspaceFolder)) found.push(...machinePaths(file, workspaceFolder));
	t.deepEqual(found, []);
});

test('names the file, the line and the path', (t) => {
	const home = ['', 'home', 'ada', 'docs'].join('/');
	t.deepEqual(machinePaths({path: 'docs/a.md', text: `See\n${home} for more.`}, workspaceFolder), [
		`docs/a.md:2 names ${home.slice(0, -4)}; say it relative to the workspace.`,
	]);
	t.is(machinePaths({path: 'a.md', text: `cd ${workspaceFolder}`}, workspaceFolder).length, 1);
});

test('a path within an address is no path of a machine', (t) => {
	t.deepEqual(
		machinePaths(
			{path: 'a.md', text: `https://example.org${['', 'home', 'ada', ''].join('/')}`},
			workspaceFolder,
		),
		[],
	);
	t.true(homedir().length > 0);
});
