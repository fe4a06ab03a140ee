import test from 'ava';
import {boundToGender, genderNames, genderWords} from './gender-words.ts';

test('words go both ways, and names but for Mrs and Miss', (t) => {
	for (const [one, other] of genderWords) t.is(genderWords.get(other), one);
	for (const [one, other] of genderNames) if (!/^(?:Mrs|Miss)$/.test(one)) t.is(genderNames.get(other), one);
});

test('knows what only one gender can be', (t) => {
	t.true(boundToGender.test('She is pregnant.'));
	t.false(boundToGender.test('She has a card.'));
});
