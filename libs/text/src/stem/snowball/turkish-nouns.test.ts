import test from 'ava';
import {turkishNounStem} from './turkish-nouns.ts';

test('takes noun suffixes away, one after another', (t) => {
	t.is(turkishNounStem('evler'), 'ev');
	t.is(turkishNounStem('evlerimizden'), 'ev');
	t.is(turkishNounStem('evdeki'), 'ev');
	t.is(turkishNounStem('ev'), 'ev');
	t.is(turkishNounStem(''), '');
});
