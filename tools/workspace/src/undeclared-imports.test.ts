import {readFile} from 'node:fs/promises';
import {join} from 'node:path';
import test from 'ava';
import {z} from 'zod';
import {readProjects, workspaceFolder, type Project} from './projects.ts';
import {importedPackages, undeclaredImports} from './undeclared-imports.ts';

const root = z
	.object({devDependencies: z.record(z.string(), z.string())})
	.parse(JSON.parse(await readFile(join(workspaceFolder, 'package.json'), 'utf8')));

const [core] = await readProjects();

const project = (path: string, text: string): Project => {
	if (!core) throw new Error('The workspace has no projects.');
	return {
		...core,
		folder: 'libs/io',
		manifest: {...core.manifest, name: '@millrace/io', dependencies: {yaml: '*'}, devDependencies: {}},
		sources: [{path, text}],
	};
};

test('every import of the workspace is declared by the project that imports it', async (t) => {
	const projects = await readProjects();
	t.deepEqual(
		projects.flatMap((each) => undeclaredImports(each, Object.keys(root.devDependencies))),
		[],
	);
});

test('finds packages in imports of every form, by their bare name', (t) => {
	const text = [
		"import type {A} from '@millrace/core';",
		"export {b} from 'natural/lib/natural/stemmers/porter_stemmer.js';",
		"const c = await import('zod');",
		"import {join} from 'node:path';",
		"import fs from 'fs';",
		"import {d} from './d.ts';",
		"// import e from 'commented';",
	];
	t.deepEqual(importedPackages(text.join('\n')), ['@millrace/core', 'natural', 'zod']);
});

test('names the file, the package and the place to declare it', (t) => {
	t.deepEqual(
		undeclaredImports(project('libs/io/src/a.ts', "import 'yaml';\nimport '@millrace/text';"), []),
		[
			'libs/io/src/a.ts: undeclared import of @millrace/text, add it to the dependencies of libs/io/package.json.',
		],
	);
});

test('names a package once, with the number of files that import it', (t) => {
	const {sources, ...io} = project('libs/io/src/a.test.ts', "import '@millrace/testing';");
	const [found = ''] = undeclaredImports({...io, sources: [...sources, ...sources, ...sources]}, []);
	t.regex(
		found,
		/^libs\/io\/src\/a\.test\.ts and 2 more: undeclared import of @millrace\/testing, add it to the devDependencies/,
	);
});

test('tests and build scripts may import what the root declares for development, sources may not', (t) => {
	t.deepEqual(undeclaredImports(project('libs/io/src/a.test.ts', "import 'ava';"), ['ava']), []);
	t.deepEqual(undeclaredImports(project('libs/io/build.ts', "import 'ava';"), ['ava']), []);
	t.is(undeclaredImports(project('libs/io/src/a.ts', "import 'ava';"), ['ava']).length, 1);
});

test('types that are declared under @types are declared', (t) => {
	t.deepEqual(
		undeclaredImports(project('libs/io/src/a.test.ts', "import type {Node} from 'estree';"), [
			'@types/estree',
		]),
		[],
	);
});
