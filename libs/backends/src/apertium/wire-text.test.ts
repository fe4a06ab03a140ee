import test from 'ava';
import fc from 'fast-check';
import {wireText} from './wire-text.ts';

const cases: readonly (readonly [text: string, answer: string, read: string, unknown: readonly string[]])[] =
	[
		['The xyzzy.', '#El *xyzzy@x.[]', 'El xyzzyx.', ['El', 'xyzzy', 'x']],
		['a b', 'a  b[]', 'a b', []],
		['a  b', 'a  b[]', 'a  b', []],
		['  a\n', 'b [] []', '  b\n', []],
		['', '[]', '', []],
	];
for (const [number, [text, answer, read, unknown]] of cases.entries()) {
	test(`${number}: reads ${JSON.stringify(answer)} as the translation of ${JSON.stringify(text)}`, (t) => {
		t.deepEqual(wireText(text).read(answer), {text: read, unknown});
	});
}

test('a text passes the wire without a sign that means something there, and comes back', (t) => {
	const sign = fc.constantFrom(...Array.from('[]{}^$/\\@<>*#+~ab \n\u00e9\ue000\ue010\uf8ff\u{1f600}'));
	fc.assert(
		fc.property(fc.array(sign), (signs) => {
			const text = signs.join('');
			const {wire, read} = wireText(text);
			t.notRegex(wire, /[[\]{}^$/\\@<>*#+~\0]/);
			t.deepEqual(read(`${wire}[]`), {text, unknown: []});
		}),
	);
	t.is(wireText('a\0b').wire, 'a b');
});
