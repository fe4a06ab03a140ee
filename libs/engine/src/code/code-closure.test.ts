import {mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {pathToFileURL} from 'node:url';
import test from 'ava';
import {codeClosure, wholeClosure} from './code-closure.ts';
import {moduleGraph} from './module-graph.ts';

/** Writes modules to a folder and returns their URLs. */
function modules(files: Readonly<Record<string, string>>) {
	const folder = mkdtempSync(join(tmpdir(), 'millrace-code-'));
	const write = (changed: Readonly<Record<string, string>>) => {
		for (const [name, text] of Object.entries(changed)) writeFileSync(join(folder, name), text);
	};
	write(files);
	return {
		url: (name: string) => pathToFileURL(join(folder, name)).href,
		write,
		remove: () => {
			rmSync(folder, {recursive: true});
		},
	};
}

const digests = (closure: {readonly pieces: ReadonlyMap<string, string>}): readonly string[] =>
	[...closure.pieces.values()].sort();

const pipelineText = `
import {short} from './short.ts';
import {long} from './long.ts';
const limit: number = 5;
const double = (n: number): number => n * 2;
export const isShort = (row: {text: string}) => short(row.text) < double(limit);
export const isLong = (row: {text: string}) => long(row.text) > 3;
`;

/** The source of a function as it stands in a module: without its types, their place kept blank. */
const asRun = (text: string, start: string): string => {
	const at = text.indexOf(start) + start.length;
	const line = text.slice(at, text.indexOf('\n', at) - 1);
	return line.replace(/: \{text: string\}/, (type) => ' '.repeat(type.length));
};

test('an inline function follows only the declarations and imports that it names', (t) => {
	const {url, write, remove} = modules({
		'pipeline.ts': pipelineText,
		'short.ts': 'export const short = (text: string): number => text.length;',
		'long.ts': 'export const long = (text: string): number => text.length;',
	});
	t.teardown(remove);
	const module = url('pipeline.ts');
	const closureOf = (name: string) =>
		codeClosure(moduleGraph(), {module, functions: [asRun(pipelineText, `export const ${name} = `)]}, module);
	const [short, long] = [closureOf('isShort'), closureOf('isLong')];
	t.false(short.captures);
	t.deepEqual(
		[...short.pieces.keys()]
			.filter((key) => key.startsWith('file:'))
			.map((key) => key.slice(key.lastIndexOf('/') + 1))
			.sort(),
		['pipeline.ts#double', 'pipeline.ts#limit', 'short.ts#*'],
	);
	write({'short.ts': 'export const short = (text: string): number => text.length + 1;'});
	t.notDeepEqual(digests(closureOf('isShort')), digests(short));
	t.deepEqual(digests(closureOf('isLong')), digests(long));
});

test('a function that captures a value stands for everything that the pipeline reaches', (t) => {
	const text =
		'export const above = (least: number) => (row: {n: number}) => row.n > least;\nexport const kept = above(3);\n';
	const {url, write, remove} = modules({'pipeline.ts': text});
	t.teardown(remove);
	const module = url('pipeline.ts');
	const source = '(row             ) => row.n > least';
	const closureOf = () => codeClosure(moduleGraph(), {module, functions: [source]}, module);
	const before = closureOf();
	t.true(before.captures);
	write({'pipeline.ts': text.replace('above(3)', 'above(4)')});
	t.notDeepEqual(digests(closureOf()), digests(before));
});

test('an index that only re-exports is looked through', (t) => {
	const {url, write, remove} = modules({
		'index.ts': "export {a} from './a.ts';\nexport {b} from './b.ts';\n",
		'a.ts': "import {c} from './c.ts';\nexport const a = () => c;",
		'b.ts': 'export const b = 1;',
		'c.ts': 'export const c = 2;',
		'stage.ts': "import {a} from './index.ts';\nexport const stage = () => a();",
	});
	t.teardown(remove);
	const before = digests(wholeClosure(moduleGraph(), url('stage.ts')));
	write({'b.ts': 'export const b = 3;'});
	t.deepEqual(digests(wholeClosure(moduleGraph(), url('stage.ts'))), before);
	write({'c.ts': 'export const c = 3;'});
	t.notDeepEqual(digests(wholeClosure(moduleGraph(), url('stage.ts'))), before);
});

test('types, packages and assets: types do not count, versions and bytes do', (t) => {
	const {url, write, remove} = modules({
		'stage.ts':
			"import {join} from 'node:path';\nimport type {Other} from './other.ts';\nexport const words = new URL('./words.txt', import.meta.url);\nexport const x = (o: Other) => join('a', String(o));",
		'other.ts': 'export type Other = string;',
		'words.txt': 'one two',
	});
	t.teardown(remove);
	const before = digests(wholeClosure(moduleGraph(), url('stage.ts')));
	write({'other.ts': 'export type Other = number;'});
	t.deepEqual(digests(wholeClosure(moduleGraph(), url('stage.ts'))), before);
	write({'words.txt': 'one two three'});
	t.notDeepEqual(digests(wholeClosure(moduleGraph(), url('stage.ts'))), before);
	t.is(
		wholeClosure(moduleGraph(), import.meta.resolve('./parse-module.ts'))
			.packages.get('acorn')
			?.split('.')[0],
		'8',
	);
});

test('a module that is not there is named with the module that imports it', (t) => {
	const {url, remove} = modules({
		'stage.ts': "import {x} from 'no-such-package-anywhere';\nexport const y = x;",
	});
	t.teardown(remove);
	const error = t.throws(() => wholeClosure(moduleGraph(), url('stage.ts')));
	t.regex(error.message, /stage\.ts: package no-such-package-anywhere is not installed/);
});
