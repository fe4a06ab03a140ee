import test from 'ava';
import {priceOf, pricesOption} from './call-price.ts';

test('the price of tokens, in and out', (t) => {
	const prices = {perMillionInput: 2, perMillionOutput: 10};
	t.is(priceOf({inputTokens: 500_000, outputTokens: 100_000}, prices), 2);
	t.deepEqual(pricesOption.parse(prices), prices);
	t.false(pricesOption.safeParse({...prices, perMillionInput: -1}).success);
	t.false(pricesOption.safeParse({perMillion: 1}).success);
});
