import test from 'ava';
import {specialTokens} from './special-tokens.ts';

test('reads tokens as text or as objects; the first file that names one wins', (t) => {
	t.deepEqual(
		specialTokens([
			{bos_token: {content: '<s>', lstrip: false}, eos_token: '</s>', pad_token: null, model_max_length: 1},
			{eos_token: '<eos>', pad_token: '<pad>'},
			undefined,
		]),
		{bos_token: '<s>', eos_token: '</s>', pad_token: '<pad>'},
	);
	t.deepEqual(specialTokens(['text', null]), {});
});
