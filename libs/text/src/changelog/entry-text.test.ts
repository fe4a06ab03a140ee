import test from 'ava';
import {entryText} from './entry-text.ts';

const cases = [
	{
		from: 'a ([#1](https://github.com/a/b/pull/1)) ([abcdef1](https://github.com/a/b/commit/abcdef1))',
		to: 'a',
	},
	{from: 'a, closes [#452](https://github.com/a/b/issues/452)', to: 'a'},
	{from: 'a (#421) (Conrad Buck)', to: 'a'},
	{from: 'a (issue 1861, 1875)', to: 'a'},
	{from: 'a [`8dff42c`](https://github.com/a/b/commit/8dff42c6)', to: 'a'},
	{from: 'a by @ada in https://github.com/a/b/pull/12', to: 'a'},
	{
		from: 'a. See PR [#245](https://github.com/a/b/pull/245). Thanks to [@ada](https://github.com/ada) for this!',
		to: 'a',
	},
	{from: 'a (__#10892__, __#10893__)', to: 'a'},
	{from: 'fix GH-12 and Automattic/mongoose#12 in a', to: 'fix and in a'},
	{
		from: 'see [the guide](https://example.org/guide) for **more** of `a*b`',
		to: 'see the guide for more of `a*b`',
	},
	{
		from: 'keep `@media` and @babel/core, `.concat` and deadline',
		to: 'keep `@media` and @babel/core, `.concat` and deadline',
	},
	{from: 'Use `.x` instead of .concat', to: 'Use `.x` instead of .concat'},
	{from: 'node &lt; 17 &amp; up', to: 'node < 17 & up'},
	{from: '<b>bold</b> _word_ snake_case', to: 'bold word snake_case'},
	{from: '![badge](https://x/y.svg) a', to: 'a'},
	{from: '(())((#1))', to: ''},
	{from: '\u4fee\u6b63\u3057\u307e\u3057\u305f (#3)', to: '\u4fee\u6b63\u3057\u307e\u3057\u305f'},
	{
		from: '\u0645\u0631\u062d\u0628\u0627 \u{1f468}\u200d\u{1f469}\u200d\u{1f467}',
		to: '\u0645\u0631\u062d\u0628\u0627 \u{1f468}\u200d\u{1f469}\u200d\u{1f467}',
	},
];

for (const {from, to} of cases) {
	test(`reads ${JSON.stringify(from)}`, (t) => {
		t.is(entryText(from).text, to);
	});
}

test('returns the tag that it took', (t) => {
	t.deepEqual(entryText('fix(a): b (#1)'), {text: 'b', tag: 'Fixed', tagged: true});
});

test('reads the start of a long entry, and cuts no character', (t) => {
	const {text} = entryText(`${'a'.repeat(1999)}\u{1f600}b`);
	t.is(text.length, 2000);
	t.true(text.isWellFormed());
});
