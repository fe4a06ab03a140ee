import {mkdirSync, symlinkSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {pathToFileURL} from 'node:url';
import test, {type ExecutionContext} from 'ava';
import {temporaryFolder} from '../../fixtures/temporary-folder.ts';
import {moduleGraph} from './module-graph.ts';

function modules(t: ExecutionContext, files: Readonly<Record<string, string>>) {
	const folder = temporaryFolder(t, files);
	return {folder, url: (name: string) => pathToFileURL(join(folder, name)).href};
}

test('modules built into Node lead nowhere', (t) => {
	const graph = moduleGraph();
	t.is(graph.resolve('node:fs', import.meta.url), undefined);
	t.is(graph.resolve('fs', import.meta.url), undefined);
});

test('a relative import leads to the real file, through links', (t) => {
	const {folder, url} = modules(t, {'real/a.ts': 'export const a = 1;', 'b.ts': ''});
	symlinkSync(join(folder, 'real'), join(folder, 'linked'));
	t.deepEqual(moduleGraph().resolve('./linked/a.ts', url('b.ts')), {kind: 'module', url: url('real/a.ts')});
});

test('an installed package is known by its version, one of the workspace by its source', (t) => {
	const graph = moduleGraph();
	t.like(graph.resolve('acorn', import.meta.url), {kind: 'package', name: 'acorn'});
	const own = graph.resolve('@millrace/core', import.meta.url);
	t.like(own, {kind: 'module'});
	t.regex(own?.kind === 'module' ? own.url : '', /\/libs\/core\/src\/index\.ts$/);
});

test('a workspace package without a single entry counts by its version', (t) => {
	const {folder, url} = modules(t, {
		'node_modules/.keep': '',
		'packages/many/package.json':
			'{"name": "many", "version": "2.1.0", "exports": {".": {"import": "./a.js"}}}',
		'packages/many/a.js': '',
		'a.ts': '',
	});
	mkdirSync(join(folder, 'node_modules'), {recursive: true});
	symlinkSync(join(folder, 'packages/many'), join(folder, 'node_modules/many'));
	t.deepEqual(moduleGraph().resolve('many', url('a.ts')), {kind: 'package', name: 'many', version: '2.1.0'});
});

test('a graph reads each module once, so that a fingerprint is of one moment', (t) => {
	const {folder, url} = modules(t, {'a.ts': 'export const a = 1;'});
	const graph = moduleGraph();
	const before = graph.parsed(url('a.ts'));
	writeFileSync(join(folder, 'a.ts'), 'export const a = 2;');
	t.is(graph.parsed(url('a.ts')), before);
	t.is(moduleGraph().parsed(url('a.ts')).source, 'export const a = 2;');
});

test('what is not there and what cannot be parsed is named with the module at fault', (t) => {
	const {url} = modules(t, {'a.ts': '', 'broken.ts': 'export const = 1;'});
	const graph = moduleGraph();
	const usage = (run: () => unknown, message: RegExp) => t.throws(run, {code: 'usage', message});
	usage(
		() => graph.resolve('./gone.ts', url('a.ts')),
		/a\.ts: the module \.\/gone\.ts that it imports is not there/,
	);
	usage(
		() => graph.resolve('no-such-package-anywhere', url('a.ts')),
		/a\.ts: package no-such-package-anywhere is not installed/,
	);
	usage(() => graph.parsed(url('broken.ts')), /broken\.ts: the module cannot be fingerprinted/);
});
