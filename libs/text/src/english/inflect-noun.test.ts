import test from 'ava';
import {pluralOf} from './inflect-noun.ts';

const plurals =
	'card cards|box boxes|country countries|day days|man men|human humans|analysis analyses|child children|quiz quizzes|potato potatoes|photo photos|information information|credit_card credit_cards|waltz waltzes|fee fees|church churches|salesman salesmen|roman romans|soliloquy soliloquies|bus buses|process processes';

test('makes plurals', (t) => {
	const entries = plurals.split('|').map((entry) => entry.split(' '));
	t.deepEqual(
		entries.map(([noun = '']) => pluralOf(noun)),
		entries.map(([, plural]) => plural),
	);
});
