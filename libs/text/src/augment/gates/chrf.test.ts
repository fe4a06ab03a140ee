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
