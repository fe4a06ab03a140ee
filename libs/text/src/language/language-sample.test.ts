import test from 'ava';
import fc from 'fast-check';
import {languageSample} from './language-sample.ts';

test('takes all of a short text, without what no language wrote', (t) => {
	t.deepEqual(
		languageSample(
			'See <b>it</b> at https://example.com/en, or ask me@example.com: `npm i` 42 v1.2 &amp; @you.',
		),
		['See it at or ask : . .'],
	);
});

test('takes at most four passages however long the text, from start to end', (t) => {
	const text = Array.from({length: 500_000}, (_, index) => (index < 250_000 ? 'first' : 'second')).join(' ');
	const passages = languageSample(text);
	t.is(passages.length, 4);
	t.true(passages.join('').length <= 1600);
	t.regex(passages[0] ?? '', /^first/);
	t.regex(passages[3] ?? '', /^second/);
});

test('gives well-formed passages of one line', (t) => {
	const unit = fc.constantFrom('a', ' ', '\n', '\u{1f600}', '\u6771', '\u{20000}');
	fc.assert(
		fc.property(fc.array(unit, {maxLength: 20}), fc.integer({min: 1, max: 400}), (units, times) =>
			languageSample(units.join('').repeat(times)).every(
				(passage) => passage.isWellFormed() && !/\n| {2}|^ | $/.test(passage),
			),
		),
		{numRuns: 200},
	);
	t.pass();
});
