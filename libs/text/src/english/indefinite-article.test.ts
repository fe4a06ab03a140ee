import test from 'ava';
import {indefiniteArticle} from './indefinite-article.ts';

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
