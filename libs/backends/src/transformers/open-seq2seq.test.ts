import test from 'ava';
import {openTiny} from './open-tiny.ts';
import {tinyModels} from './tiny-models.ts';

for (const [name, folder] of [
	['Marian', tinyModels.enEs],
	['T5', tinyModels.paraphrase],
] as const) {
	test(`${name}: opens with its limit and its tokens, and rows may run together`, async (t) => {
		const {longest, together, tokens, tokenizer, dispose} = await openTiny(folder);
		t.teardown(dispose);
		t.is(longest, 128);
		t.true(together);
		t.deepEqual([tokens.start, [...tokens.ends]], [2, [0]]);
		const text = 'Pay Zqxaav, 30 € by Zqxabv! 😀';
		t.is(tokenizer.decode(tokenizer.encode(text)), text);
	});
}
