import test from 'ava';
import {turkishVerbStem} from './turkish-verbs.ts';

test('takes the verb endings of nouns away, and says whether noun suffixes may follow', (t) => {
	t.deepEqual(turkishVerbStem('\u00f6\u011fretmenmi\u015f'), ['\u00f6\u011fretmen', true]);
	t.deepEqual(turkishVerbStem('\u00f6\u011fretmenler'), ['\u00f6\u011fretmen', false]);
	t.deepEqual(turkishVerbStem('\u00f6\u011fretmensiniz'), ['\u00f6\u011fretmen', true]);
	t.deepEqual(turkishVerbStem('masa'), ['masa', true]);
});
