import test from 'ava';
import fc from 'fast-check';
import {extraJson, parseExact, sortedJson} from './parse-exact.ts';

test('JSON is parsed as JSON.parse does', (t) => {
	fc.assert(
		fc.property(fc.json(), (text) => {
			const plain: unknown = JSON.parse(text);
			if (!/\d{16}|e\+?\d/i.test(text)) t.deepEqual(parseExact(text), plain);
			t.deepEqual(JSON.parse(sortedJson(plain)), JSON.parse(JSON.stringify(plain)));
		}),
	);
});

test('whole numbers that a double cannot hold are kept, others are numbers', (t) => {
	fc.assert(
		fc.property(fc.bigInt({min: -(2n ** 80n), max: 2n ** 80n}), (whole) => {
			const exact = BigInt.asIntN(54, whole) === whole && whole !== -(2n ** 53n) ? Number(whole) : whole;
			t.deepEqual(parseExact(`{"a":[${whole}]}`), {a: [exact]});
			t.is(sortedJson(parseExact(`[${whole}]`)), `[${whole}]`);
		}),
	);
	t.is(parseExact('1e20'), 1e20);
});

test('sorted JSON does not depend on the order of keys', (t) => {
	fc.assert(
		fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (object) => {
			const turned = Object.fromEntries(Object.entries(object).reverse());
			t.is(sortedJson(turned), sortedJson(object));
		}),
	);
});

test('the fields that nobody asked for are a sorted object, with every digit', (t) => {
	const text = '{"b":12345678901234567890,"a":{"d":1,"c":[true]},"known":1}';
	const object = {b: Number('12345678901234567890'), a: {d: 1, c: [true]}, known: 1};
	const known = new Set(['known']);
	t.is(
		extraJson(object, known, () => text),
		'{"a":{"c":[true],"d":1},"b":12345678901234567890}',
	);
	t.is(
		extraJson({known: 1}, known, () => ''),
		null,
	);
});
