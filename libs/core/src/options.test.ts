import test from 'ava';
import fc from 'fast-check';
import {z} from 'zod';
import {fingerprint} from './digest.ts';
import {functionsIn, optionsJson, parseOptions} from './options.ts';

const shape = {
	min: z.int().min(0).default(0),
	unit: z.enum(['words', 'chars']).default('words'),
	nested: z.strictObject({depth: z.int()}).optional(),
};
const parse = (given: unknown) => parseOptions('stage length', shape, given);

test('fills in defaults, and leaves what was given as it was', (t) => {
	const given = Object.freeze({min: 3});
	t.deepEqual(parse(given), {min: 3, unit: 'words'});
	t.deepEqual(parse(undefined), {min: 0, unit: 'words'});
	t.deepEqual(given, {min: 3});
});

test('one error names every unknown option, the one that was probably meant, and every bad value', (t) => {
	const error = t.throws(() => parse({mni: 3, unit: 'lines', colour: 1, nested: {depth: 1.5}}), {
		code: 'usage',
	});
	t.regex(error.message, /^stage length: .*\.$/);
	for (const part of [
		'unknown option "mni", did you mean "min"? (known are min, nested, unit)',
		'unknown option "colour" (known are min, nested, unit)',
		'unit: Invalid option',
		'nested.depth: Invalid input: expected int',
	]) {
		t.true(error.message.includes(part), `${part} in ${error.message}`);
	}
});

test('an unknown key within an option is an error that says where', (t) => {
	t.throws(() => parse({nested: {depth: 1, dpeth: 2}}), {
		code: 'usage',
		message: /^stage length: nested: .*dpeth/,
	});
});

test('what is no option object at all is refused', (t) => {
	for (const given of ['min', 3, ['min']])
		t.throws(() => parse(given), {code: 'usage', message: /^stage length: options: /});
	t.throws(() => parseOptions('stage none', {}, {min: 1}), {
		message: 'stage none: unknown option "min" (there are none).',
	});
});

test('options with a different meaning enter a fingerprint differently', (t) => {
	class Model {
		readonly identity: string;
		constructor(identity: string) {
			this.identity = identity;
		}
	}
	const values: readonly unknown[] = [
		null,
		0,
		1,
		1n,
		Number.NaN,
		Infinity,
		-Infinity,
		'1',
		true,
		false,
		/a/,
		/a/i,
		new URL('file:///a'),
		new Date(0),
		new Date(1),
		[],
		[1],
		{},
		{a: 1},
		new Map([['a', 1]]),
		new Map([['a', 2]]),
		new Set(['a']),
		new Set(),
		(n: number) => n,
		(n: number) => n + 1,
		new Model('a'),
		new Model('b'),
		{deep: [{regex: /a/}]},
		{deep: [{regex: /b/}]},
	];
	t.is(new Set(values.map((value) => fingerprint(optionsJson(value)))).size, values.length);
});

test('plain data enters a fingerprint as it is, without what is undefined', (t) => {
	fc.assert(
		fc.property(fc.jsonValue(), (value) => {
			fc.pre(!JSON.stringify(value).includes('"identity"'));
			t.deepEqual(optionsJson(value), value);
		}),
	);
	t.deepEqual(optionsJson({a: undefined, b: [undefined], c: Symbol('c')}), {b: [null], c: null});
});

test('a backend enters by its identity alone, so that a key never does', (t) => {
	const backend = {name: 'model', identity: {model: 'a', revision: 1}, key: 'secret', call: () => 'answer'};
	t.deepEqual(optionsJson({backend, min: 1}), {backend: {identity: {model: 'a', revision: 1}}, min: 1});
	t.deepEqual(functionsIn({backend, min: 1}), []);
});

test('functions are found however deep they lie', (t) => {
	const [f, g] = [(n: number) => n, (n: number) => n * 2];
	t.deepEqual(functionsIn({a: f, b: [{c: g}], d: null, e: 'text', f: /x/}), [String(f), String(g)]);
});
