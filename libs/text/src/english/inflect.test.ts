import test from 'ava';
import {indefiniteArticle} from './indefinite-article.ts';
import {inflectAdjective} from './inflect-adjective.ts';
import {pluralOf} from './inflect-noun.ts';
import {inflectVerb} from './inflect-verb.ts';

const verbs = `carry carries carried carried carrying|stop stops stopped stopped stopping|open opens opened opened opening
refer refers referred referred referring|send sends sent sent sending|agree agrees agreed agreed agreeing
die dies died died dying|fix fixes fixed fixed fixing|go goes went gone going|pay pays paid paid paying
quiz quizzes quizzed quizzed quizzing|see sees saw seen seeing|write writes wrote written writing|play plays played played playing
panic panics panicked panicked panicking|be is was been being|have has had had having|visit visits visited visited visiting
plan plans planned planned planning|rain rains rained rained raining|quit quits quit quit quitting|tie ties tied tied tying
watch watches watched watched watching|use uses used used using|veto vetoes vetoed vetoed vetoing|submit submits submitted submitted submitting
look_up looks_up looked_up looked_up looking_up|show shows showed shown showing|transfer transfers transferred transferred transferring
box boxes boxed boxed boxing|singe singes singed singed singeing|offer offers offered offered offering|re-send re-sends re-sent re-sent re-sending`;

for (const [base = '', ...forms] of verbs.split(/[|\n]/).map((entry) => entry.split(' '))) {
	test(`inflects the verb ${base}`, (t) => {
		const made = (['third', 'past', 'participle', 'gerund'] as const).map((form) => inflectVerb(base, form));
		t.deepEqual(made, forms);
	});
}

const plurals =
	'card cards|box boxes|country countries|day days|man men|human humans|analysis analyses|child children|quiz quizzes|potato potatoes|photo photos|information information|credit_card credit_cards|waltz waltzes|fee fees|church churches|salesman salesmen|roman romans|soliloquy soliloquies|bus buses|process processes';

test('makes plurals', (t) => {
	const entries = plurals.split('|').map((entry) => entry.split(' '));
	t.deepEqual(
		entries.map(([noun = '']) => pluralOf(noun)),
		entries.map(([, plural]) => plural),
	);
});

test('compares adjectives of which it is sure', (t) => {
	const entries =
		'big bigger biggest|nice nicer nicest|easy easier easiest|quick quicker quickest|good better best|cheap cheaper cheapest|hot hotter hottest|dry drier driest|low lower lowest|slow slower slowest'
			.split('|')
			.map((entry) => entry.split(' '));
	t.deepEqual(
		entries.map(([base = '']) => [
			base,
			inflectAdjective(base, 'comparative'),
			inflectAdjective(base, 'superlative'),
		]),
		entries,
	);
	t.is(inflectAdjective('expensive', 'comparative'), undefined);
});

test('chooses the article by sound', (t) => {
	const entries =
		'a bank|an account|an hour|a house|a user|an umbrella|a unit|an uninstalled|an unimportant|a European|an SMS|a PIN|a one-off|an honest|an 8|a 10|an 11|an 18|a 110|a usual|an urgent|a UK|an NHS|an ugly|a URL|a unique|a union|an honour'
			.split('|')
			.map((entry) => entry.split(' '));
	t.deepEqual(
		entries.map(([, word = '']) => `${indefiniteArticle(word)} ${word}`),
		entries.map((entry) => entry.join(' ')),
	);
});
