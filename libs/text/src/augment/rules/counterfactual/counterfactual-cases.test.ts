import test from 'ava';
import {counterfactual} from './counterfactual.ts';
import {counterfactualCases, counterfactualRefusals} from './counterfactual-cases.ts';

async function swapped(text: string): Promise<string | undefined> {
	const {variants} = await counterfactual().call({texts: [text], language: 'en', seeds: [1], attempt: 0}, {});
	return variants[0]?.[0];
}

for (const [before, after] of counterfactualCases) {
	test(`swaps: ${before}`, async (t) => {
		t.is(await swapped(before), after);
	});
	if (!/Mrs|Miss/.test(before))
		test(`swaps back: ${after}`, async (t) => {
			t.is(await swapped(after), before);
		});
}

for (const text of counterfactualRefusals)
	test(`leaves: ${text}`, async (t) => {
		t.is(await swapped(text), undefined);
	});
