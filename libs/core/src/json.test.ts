import test from 'ava';
import fc from 'fast-check';
import {canonicalJson, type Json} from './json.ts';

/** The same value with the keys of every object in the reverse of their order. */
function reversed(value: unknown): Json {
	if (Array.isArray(value)) return value.map(reversed);
	if (typeof value === 'object' && value !== null) {
		return Object.fromEntries(
			Object.entries(value)
				.reverse()
				.map(([key, item]) => [key, reversed(item)]),
		);
	}
	return typeof value === 'boolean' || typeof value === 'number' || typeof value === 'string' ? value : null;
}

test('equal values give equal text, whatever the order of their keys', (t) => {
	fc.assert(
		fc.property(
			fc.jsonValue(),
			(value) => canonicalJson(reversed(value)) === canonicalJson(reversed(reversed(value))),
		),
	);
	t.is(canonicalJson({b: [{d: 1, c: null}], a: 'x'}), '{"a":"x","b":[{"c":null,"d":1}]}');
});

test('parses back to the value', (t) => {
	fc.assert(
		fc.property(fc.jsonValue({noUnicodeString: false}), (value) => {
			const given = reversed(value);
			t.deepEqual(JSON.parse(canonicalJson(given)), JSON.parse(JSON.stringify(given)));
		}),
	);
});

test('keys are sorted by code unit, not as numbers', (t) => {
	t.is(canonicalJson({'10': 1, '9': 2, B: 3, a: 4, é: 5}), '{"10":1,"9":2,"B":3,"a":4,"é":5}');
});

test('lists keep their order, and nesting is kept apart from it', (t) => {
	t.is(canonicalJson([2, 1]), '[2,1]');
	t.not(canonicalJson([[1], 2]), canonicalJson([1, [2]]));
	t.is(canonicalJson([{}, [], '', 0, false, null]), '[{},[],"",0,false,null]');
});
