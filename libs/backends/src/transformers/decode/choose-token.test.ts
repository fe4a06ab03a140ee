import {random, stageKey} from '@millrace/core';
import test from 'ava';
import fc from 'fast-check';
import {drawToken, likeliest, type DrawOptions} from './choose-token.ts';

const logits = Float32Array.from([Math.log(5), Math.log(3), Math.log(2), -Infinity]);

function shares(options: DrawOptions): number[] {
	const stream = random(stageKey(1, 'shares'));
	const counts = [0, 0, 0, 0];
	for (let draw = 0; draw < 4000; draw++) {
		const token = drawToken(logits, options, stream);
		counts[token] = (counts[token] ?? 0) + 1;
	}
	return counts.map((count) => Math.round((count / 4000) * 20) / 20);
}

const cases: readonly (readonly [title: string, options: DrawOptions, expected: readonly number[]])[] = [
	['by their probability', {}, [0.5, 0.3, 0.2, 0]],
	['at a temperature of a half by its square', {temperature: 0.5}, [0.65, 0.25, 0.1, 0]],
	['among the two likeliest', {topK: 2}, [0.65, 0.35, 0, 0]],
	['among those that reach a probability', {topP: 0.6}, [0.6, 0.4, 0, 0]],
	['the likeliest alone where it reaches the probability', {topP: 0.5}, [1, 0, 0, 0]],
	['with the probability over those of topK', {topK: 2, topP: 0.62}, [1, 0, 0, 0]],
];
for (const [title, options, expected] of cases) {
	test(`tokens are drawn ${title}`, (t) => {
		for (const [token, share] of shares(options).entries())
			t.true(Math.abs(share - (expected[token] ?? 0)) <= 0.051, `${token}: ${share}`);
	});
}

test('equal streams draw equal tokens', (t) => {
	const draws = (seed: number): number[] => {
		const stream = random(stageKey(seed, 'draws'));
		return Array.from({length: 20}, () => drawToken(logits, {}, stream));
	};
	t.deepEqual(draws(4), draws(4));
	t.notDeepEqual(draws(4), draws(5));
});

test('the likeliest token is what the smallest topK draws', (t) => {
	fc.assert(
		fc.property(
			fc.float32Array({minLength: 1, maxLength: 30, noNaN: true, noDefaultInfinity: true}),
			(scores) => {
				const stream = random(stageKey(1, 'least'));
				return likeliest(scores) === drawToken(scores, {topK: 1}, stream);
			},
		),
	);
	t.is(likeliest(Float32Array.from([1, 2, 2])), 1);
});
