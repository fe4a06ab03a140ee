import test from 'ava';
import fc from 'fast-check';
import type {WordForm} from './compared-words.ts';
import type {EvaluationSet} from './evaluation-set.ts';
import {overlapIndex} from './overlap-index.ts';

const setOf = (...texts: readonly string[]): EvaluationSet => ({
	name: 'set',
	identity: {evaluation: 'set', sha256: '', text: [], query: []},
	items: texts.map((text) => ({text, query: ''})),
});
const options = {n: 3, shortest: 2, form: 'raw', language: 'en'} as const;

test('finds each run as long as it goes, and how much of the item it covers', (t) => {
	const index = overlapIndex([setOf('a b c d e f', 'x y z w')], options);
	const text = 'q a b c d r  d e f s x y z';
	const {overlaps, longest, share} = index.find(text);
	t.deepEqual(
		overlaps.map(({item, start, end, words}) => [item, text.slice(start, end), words]),
		[
			[0, 'a b c d', 4],
			[0, 'd e f', 3],
			[1, 'x y z', 3],
		],
	);
	t.is(longest, 4);
	t.is(share, 1);
	t.is(index.find('x y z').share, 0.75);
	t.deepEqual(index.find('a b q c d'), {text: 'a b q c d', overlaps: [], longest: 0, share: 0});
});

test('finds a short item where it is there whole, and skips those that are shorter yet', (t) => {
	const index = overlapIndex([setOf('a b c d', 'p q', 'z')], options);
	t.deepEqual(index.counts, [{set: 'set', long: 1, short: 1, skipped: 1}]);
	t.like(index.find('o p q r z'), {longest: 2, share: 1, overlaps: [{item: 1, start: 2, end: 5, words: 2}]});
	t.is(index.find('p z q').longest, 0);
});

test('a set of which nothing would be looked for is an error', (t) => {
	t.throws(() => overlapIndex([setOf('a', 'b')], options), {
		code: 'usage',
		message: /^evaluation set: all items have fewer than 2 words/,
	});
});

test('of a query, looks for what runs over into the item alone', (t) => {
	const set = {...setOf(), items: [{text: 'x y z', query: 'a b c d e'}]};
	const index = overlapIndex([set], options);
	t.is(index.find('a b c d').longest, 0);
	t.is(index.find('c d e q').longest, 0);
	t.is(index.find('d e x q').longest, 3);
	t.is(index.find('x y z').longest, 3);
});

const forms: readonly {readonly form: WordForm; readonly text: string; readonly found: boolean}[] = [
	{form: 'raw', text: 'The caf\u00e9s were running late.', found: true},
	{form: 'raw', text: 'The cafes were running late.', found: false},
	{form: 'normalized', text: '\u201cthe CAFES; were: running, late\u201d', found: true},
	{form: 'normalized', text: 'The caf\u00e9 was running late.', found: false},
	{form: 'stemmed', text: 'the cafe were runs late', found: true},
];

for (const {form, text, found} of forms) {
	test(`${form} words ${found ? 'find' : 'do not find'} ${text}`, (t) => {
		const index = overlapIndex([setOf('The caf\u00e9s were running late.')], {...options, n: 5, form});
		t.is(index.find(text).longest === 5, found);
	});
}

test('the longest run and the share are those of a search by hand', (t) => {
	const words = (length: number) =>
		fc.array(fc.constantFrom('a', 'b', 'c'), {minLength: 1, maxLength: length});
	fc.assert(
		fc.property(words(30), fc.array(words(12), {minLength: 1, maxLength: 4}), (text, items) => {
			const long = items.filter((item) => item.length >= 3);
			fc.pre(long.length > 0);
			const {longest, share, overlaps} = overlapIndex(
				[setOf(...long.map((item) => item.join(' ')))],
				options,
			).find(text.join(' '));
			t.is(longest, Math.max(...long.map((item) => commonRun(text, item))));
			t.true(
				share <= 1 && share >= Math.max(...long.map((item) => commonRun(text, item) / item.length)) - 1e-9,
			);
			for (const {item, start, end} of overlaps)
				t.true(` ${long[item]?.join(' ')} `.includes(` ${text.join(' ').slice(start, end)} `));
		}),
		{numRuns: 300},
	);
});

/** Words of the longest run of three or more that two lists share; 0 where there is none. */
function commonRun(one: readonly string[], other: readonly string[]): number {
	let most = 0;
	for (let a = 0; a < one.length; a++)
		for (let b = 0; b < other.length; b++) {
			let run = 0;
			while (a + run < one.length && one[a + run] === other[b + run]) run++;
			most = Math.max(most, run);
		}
	return most >= 3 ? most : 0;
}

test('gets through a megabyte of one word against a thousand of it', (t) => {
	const index = overlapIndex([setOf('the '.repeat(1000), 'the the the')], options);
	t.is(index.find('the '.repeat(250_000)).longest, 1000);
	t.is(index.find('the'.repeat(300_000)).longest, 0);
});
