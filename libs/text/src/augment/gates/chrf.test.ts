import {readFileSync} from 'node:fs';
import test from 'ava';
import fc from 'fast-check';
import {z} from 'zod';
import {chrfTo} from './chrf.ts';

const golden = z
	.object({pairs: z.array(z.object({hypothesis: z.string(), reference: z.string(), score: z.number()}))})
	.parse(JSON.parse(readFileSync(new URL('../../../fixtures/chrf.json', import.meta.url), 'utf8')));

for (const [number, {hypothesis, reference, score}] of golden.pairs.entries()) {
	test(`${number}: is what sacrebleu gives: ${JSON.stringify(hypothesis)}`, (t) => {
		t.true(Math.abs(chrfTo(reference)(hypothesis) - score) < 1e-5, `${chrfTo(reference)(hypothesis)}`);
	});
}

test('is 100 for a text itself, 0 for one without a letter in common, and between for others', (t) => {
	fc.assert(
		fc.property(fc.string({unit: 'binary'}), fc.string({unit: 'binary'}), (a, b) => {
			const score = chrfTo(a)(b);
			t.true(score >= 0 && score <= 100 + 1e-9);
			if (a.trim() !== '')
				t.true(Math.abs(chrfTo(a)(a) - (/\S/.test(a.replace(/\p{White_Space}/gu, '')) ? 100 : 0)) < 1e-9);
		}),
	);
	t.is(chrfTo('abc')('xyz'), 0);
});

test('is the F-score of the n-grams that a list of them gives, to the last bit, whatever was scored before', (t) => {
	const text = fc.string({
		unit: fc.constantFrom('a', 'b', ' ', '\u{1f600}', '\u00e9', '\ud800'),
		maxLength: 40,
	});
	fc.assert(
		fc.property(text, fc.array(text, {maxLength: 4}), (reference, hypotheses) => {
			const score = chrfTo(reference);
			for (const hypothesis of hypotheses) t.is(score(hypothesis), listed(reference, hypothesis));
		}),
	);
});

/** By lists of n-grams, as the definition has it. */
function listed(reference: string, hypothesis: string): number {
	const grams = (text: string, order: number): string[] => {
		const letters = Array.from(text.replace(/\p{White_Space}/gu, ''));
		return letters.slice(order - 1).map((_, at) => letters.slice(at, at + order).join(''));
	};
	let [precision, recall, orders] = [0, 0, 0];
	for (const order of [1, 2, 3, 4, 5, 6]) {
		const [want, have] = [grams(reference, order), grams(hypothesis, order)];
		if (want.length === 0 || have.length === 0) continue;
		const left = [...want];
		const matches = have.filter((gram) => {
			const at = left.indexOf(gram);
			if (at >= 0) left.splice(at, 1);
			return at >= 0;
		}).length;
		precision += matches / have.length;
		recall += matches / want.length;
		orders++;
	}
	if (precision + recall === 0) return 0;
	precision /= orders;
	recall /= orders;
	return (500 * precision * recall) / (4 * precision + recall);
}
