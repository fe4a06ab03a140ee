import test from 'ava';
import {freeNames, parseModule} from './parse-module.ts';

test('imports are known by their local names, types left out', (t) => {
	const {imports, whole, barrel} = parseModule(
		'a.ts',
		`import first, {second as other, type Third} from './one.ts';
		import * as all from 'two';
		import './effect.ts';
		import type {Fourth} from './types.ts';
		export const used = (x: Third & Fourth) => [first, other, all, x];`,
	);
	t.deepEqual(Object.fromEntries(imports), {
		first: {from: './one.ts', name: 'default'},
		other: {from: './one.ts', name: 'second'},
		all: {from: 'two', name: '*'},
	});
	t.deepEqual(whole, ['./effect.ts']);
	t.false(barrel);
});

test('a module that only re-exports is a barrel', (t) => {
	const {barrel, reexports, whole} = parseModule(
		'index.ts',
		`export {a, b as c} from './a.ts';\nexport type {T} from './t.ts';\nexport * from './d.ts';`,
	);
	t.true(barrel);
	t.deepEqual(Object.fromEntries(reexports), {
		a: {from: './a.ts', name: 'a'},
		c: {from: './a.ts', name: 'b'},
	});
	t.deepEqual(whole, ['./d.ts']);
	t.false(parseModule('index.ts', `export {a} from './a.ts';\nconsole.log('effect');`).barrel);
});

test('literal dynamic imports and files named by URL are found wherever they stand', (t) => {
	const {whole, assets} = parseModule(
		'a.js',
		`const load = async (name) => [await import('./late.ts'), await import(name)];
		export const words = () => new URL('./words.txt', import.meta.url);
		export const elsewhere = new URL('https://example.org/');`,
	);
	t.deepEqual(whole, ['./late.ts']);
	t.deepEqual(assets, ['./words.txt']);
});

test('a declaration has its text and the names that it uses', (t) => {
	const {declarations} = parseModule(
		'a.ts',
		`import {trim} from './trim.ts';
		const least: number = 3;
		let calls = 0;
		function clean(text: string) { calls++; return trim(text).slice(least); }
		export class Cleaner { run = (text: string) => clean(text); }
		export const {left, right} = {left: least, right: 1};`,
	);
	t.deepEqual([...(declarations.get('clean')?.uses ?? [])].sort(), ['calls', 'least', 'trim']);
	t.deepEqual([...(declarations.get('Cleaner')?.uses ?? [])], ['clean']);
	t.true(declarations.get('left')?.uses.has('least'));
	t.is(
		declarations.get('clean')?.text,
		`function clean(text${' '.repeat(8)}) { calls++; return trim(text).slice(least); }`,
	);
	t.false(declarations.has('trim'), 'an import is no declaration');
});

test('blanking types keeps positions, so that a function is found by its own source', (t) => {
	const text = 'export const short = (row: {readonly text: string}): boolean => row.text.length < 9;';
	const {source} = parseModule('a.ts', text);
	t.is(source.length, text.length);
	t.is(source.indexOf('=>'), text.indexOf('=>'));
});

test('free names are those that a function takes from outside', (t) => {
	const names = (source: string) => [...(freeNames(source) ?? ['not parsed'])].sort();
	t.deepEqual(names('(row) => row.n > least'), ['least']);
	t.deepEqual(names('function f(a, b = c) { const d = a; return [b, d, f, ...e]; }'), ['c', 'e']);
	t.deepEqual(names('({text}, {random}) => { const map = new Map(); return map.get(text) ?? random(); }'), [
		'Map',
	]);
	t.deepEqual(names('async *rows(given) { yield* given.map((x) => other(x)); }'), ['other'], 'a method');
	t.deepEqual(names('row => { try { return x } catch (error) { return error } }'), ['x']);
});

test('what is no function has no free names', (t) => {
	t.is(freeNames('function map() { [native code] }'), undefined);
	t.is(freeNames('=> oops'), undefined);
});

test('a module with a mistake is refused', (t) => {
	t.throws(() => parseModule('a.js', 'export const = 1;'), {instanceOf: SyntaxError});
});
