import test from 'ava';
import {wordTagger} from './tag-words.ts';

const uses = new Map(
	Object.entries({
		'bank noun': 50,
		'bank verb': 2,
		'report noun': 30,
		'report verb': 30,
		'new adjective': 90,
		'quickly adverb': 20,
		'refuse verb': 9,
	}),
);
const tag = wordTagger((base, part) => uses.get(`${base} ${part}`));
const cases = [
	['the bank refused the report', 'determiner noun past determiner noun'],
	['they report it', 'pronoun base object'],
	['I want to report it', 'pronoun base to base object'],
	['It was refused quickly', 'pronoun be participle adverb'],
	['my new reports', 'determiner adjective plural'],
	["don't bank on it", 'modal base preposition object'],
	['Reports from Berlin', 'plural preposition name'],
] as const;

for (const [text, tags] of cases) {
	test(`tags ${text}`, (t) => {
		const found = tag(text.split(' '), (place) => place === 0);
		t.is(found.map((word) => word.tag).join(' '), tags);
	});
}

test('says how sure it is', (t) => {
	const [the, bank] = tag(['the', 'bank'], (place) => place === 0);
	t.is(the?.margin, Infinity);
	t.true(bank !== undefined && bank.margin > 5 && bank.margin < Infinity);
	t.deepEqual(
		tag([], () => true),
		[],
	);
});
