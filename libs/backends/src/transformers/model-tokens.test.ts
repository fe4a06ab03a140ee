import test from 'ava';
import {modelTokens} from './model-tokens.ts';

test('generation settings go before those of the model', (t) => {
	const config = {decoder_start_token_id: 1, eos_token_id: 2, pad_token_id: 3, forced_bos_token_id: null};
	t.deepEqual(modelTokens('x', config, {eos_token_id: [4, 5], bad_words_ids: [[3]], suppress_tokens: [6]}), {
		start: 1,
		ends: new Set([4, 5]),
		pad: 3,
		forcedFirst: undefined,
		banned: [[3], [6]],
	});
});

test('a model that does not say how answers begin and end is refused', (t) => {
	t.throws(() => modelTokens('x', {pad_token_id: 3}, {}), {
		code: 'corrupt',
		message: /decoder_start_token_id[\s\S]*eos_token_id/,
	});
});
