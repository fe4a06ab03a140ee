import test from 'ava';
import {evaluate, ownText, readabilityText} from './evaluate-html.ts';
import {meanScore} from './extraction-score.ts';
import {markedPages} from './marked-pages.ts';

test('on pages that it was not made for, Millrace agrees with the marks better than Readability', (t) => {
	const pages = markedPages('held-out');
	const [own, other] = [
		evaluate('Millrace', pages, ownText),
		evaluate('Readability', pages, readabilityText),
	];
	t.true(meanScore(own.scores).f1 > meanScore(other.scores).f1 + 0.05);
	t.true(meanScore(other.scores).f1 > 0.8, 'Readability is used as it should be');
});
