import test from 'ava';
import {tagIndex, wordTags} from './word-tag.ts';

test('numbers the tags in their order', (t) => {
	t.deepEqual([...tagIndex.keys()], [...wordTags]);
	t.deepEqual(
		[...tagIndex.values()],
		wordTags.map((_, index) => index),
	);
});
