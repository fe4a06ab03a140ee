import test from 'ava';
import {voicePasts, voiceVerb} from './voice-verbs.ts';

test('knows verbs by their forms', (t) => {
	t.deepEqual(
		[
			voiceVerb('refused', 'past'),
			voiceVerb('stolen', 'participle'),
			voiceVerb('stolen', 'past'),
			voiceVerb('denies', 'third'),
			voiceVerb('slept', 'past'),
		],
		['refuse', 'steal', undefined, 'deny', undefined],
	);
	t.true(voicePasts.has('sent') && !voicePasts.has('send'));
});
