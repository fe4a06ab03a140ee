import test from 'ava';
import {foretells} from './foretells.ts';
import {tagIndex, type WordTag} from './word-tag.ts';

const after = (before: WordTag, next: WordTag): number =>
	foretells(tagIndex.get(before) ?? -1, tagIndex.get(next) ?? -1);

test('knows what follows what, tag by tag and by groups', (t) => {
	t.true(after('determiner', 'noun') > 0 && after('determiner', 'plural') > 0);
	t.true(
		after('determiner', 'base') < 0 && after('determiner', 'third') < 0 && after('determiner', 'past') < 0,
	);
	t.true(after('to', 'base') > 0 && after('to', 'past') < 0);
	t.is(after('number', 'plural'), 2);
	t.is(after('number', 'noun'), 0.8);
	t.is(after('wh', 'conjunction'), 0);
});
