import test from 'ava';
import {loadTokenizer} from '../subword/load-tokenizer.ts';
import {specialPattern} from './special-pattern.ts';

test('matches special tokens as they are written, and no other added token', async (t) => {
	const tokenizer = await loadTokenizer(new URL('../../fixtures/bases/chatml', import.meta.url));
	const pattern = specialPattern(tokenizer);
	t.deepEqual('a<|im_end|>b<think><|im_start|>|'.match(pattern), ['<|im_end|>', '<|im_start|>']);
	t.is(specialPattern({...tokenizer, added: [], specials: {}}).exec('anything'), null);
	const nested = [
		{id: 0, content: '</s', special: true},
		{id: 1, content: '</s>', special: true},
		{id: 2, content: '', special: true},
	];
	t.deepEqual('</s>'.match(specialPattern({...tokenizer, added: nested, specials: {}})), ['</s>']);
});
