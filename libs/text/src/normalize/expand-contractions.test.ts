import test from 'ava';
import fc from 'fast-check';
import {expandContractions} from './expand-contractions.ts';

const cases = [
	["I don't know, it isn't there", 'I do not know, it is not there'],
	["won't shan't can't", 'will not shall not cannot'],
	["Won't Can't DON'T WON'T CAN'T", 'Will not Cannot DO NOT WILL NOT CANNOT'],
	["I'm sure we're late; they've left, she'll wait", 'I am sure we are late; they have left, she will wait'],
	['I\u2019ve said we don\u2019t', 'I have said we do not'],
	["Let's go", 'Let us go'],
	["shouldn't've, I'd've, he'll've", "should not have, I'd have, he will have"],
	["WE'RE HERE, I'M IN", 'WE ARE HERE, I am IN'],
	[
		"Tom's, it's, he'd, ain't, y'all, rock'n'roll, o'clock",
		"Tom's, it's, he'd, ain't, y'all, rock'n'roll, o'clock",
	],
	["'don't' \"can't\"", "'don't' \"cannot\""],
	["the 'real' thing, John O'Reilly've", "the 'real' thing, John O'Reilly've"],
	['dont wont couldn', 'dont wont couldn'],
] as const;

for (const [before, after] of cases) {
	test(`writes out ${before}`, (t) => {
		t.is(expandContractions(before), after);
	});
}

test('leaves other languages alone', (t) => {
	t.is(expandContractions("l'homme n't don't", 'fr'), "l'homme n't don't");
});

test('is idempotent, and leaves text without apostrophes alone', (t) => {
	const unit = fc.constantFrom(
		'don',
		'I',
		'we',
		'let',
		'can',
		'won',
		"'",
		'\u2019',
		't',
		's',
		've',
		're',
		'll',
		'd',
		'm',
		' ',
		'.',
		'é',
	);
	const texts = fc.array(unit, {maxLength: 12}).map((all) => all.join(''));
	fc.assert(
		fc.property(texts, (text) => {
			const once = expandContractions(text);
			return expandContractions(once) === once;
		}),
		{numRuns: 5000},
	);
	fc.assert(
		fc.property(
			texts,
			(text) => expandContractions(text.replace(/['\u2019]/g, '')) === text.replace(/['\u2019]/g, ''),
		),
	);
	t.pass();
});
