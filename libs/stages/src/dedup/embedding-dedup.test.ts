import {int32, random} from '@millrace/core';
import {runBarrier, testBarrier} from '@millrace/testing';
import test from 'ava';
import {embeddingDedup} from './embedding-dedup.ts';

const {float} = random(Uint32Array.of(4, 3, 2, 1));
const direction = (): number[] => Array.from({length: 48}, () => float() * 2 - 1);
const turned = (vector: readonly number[], by: number): number[] =>
	vector.map((value) => value * 3 + by * (float() * 2 - 1));

/** Thirty directions, and each third of them twice more, a little and a little more turned. */
const rows = Array.from({length: 30}, direction)
	.flatMap((one, at) => (at % 3 === 0 ? [one, turned(one, 0.3), turned(one, 0.9)] : [one]))
	.map((embedding, place) => ({embedding, place, stars: (place * 7) % 11}));

testBarrier(test, 'embedding-dedup', {barrier: () => embeddingDedup(), rows, lookAhead: 10_000});
testBarrier(test, 'embedding-dedup, annotating', {
	barrier: () => embeddingDedup({mode: 'annotate', threshold: 0.99, keep: {largest: {stars: int32}}}),
	rows,
	lookAhead: 10_000,
});

const cosineOf = (a: readonly number[], b: readonly number[]): number => {
	const dot = (x: readonly number[], y: readonly number[]) =>
		x.reduce((sum, value, at) => sum + Math.fround(value) * Math.fround(y[at] ?? 0), 0);
	return dot(a, b) / Math.sqrt(dot(a, a) * dot(b, b));
};

for (const threshold of [0.9, 0.95, 0.99]) {
	test(`of the rows whose cosine is ${threshold} or more one is kept, and the score of the others is that cosine`, async (t) => {
		const ids = rows.map(({place}) => place.toString(16).padStart(32, '0'));
		const run = await runBarrier(embeddingDedup({threshold, tables: 128, bits: 8}), rows, {ids});
		const kept = new Set<number>();
		for (const {place, embedding} of rows) {
			if ([...kept].every((other) => cosineOf(embedding, rows[other]?.embedding ?? []) < threshold))
				kept.add(place);
		}
		t.deepEqual(
			run.rows.map(({source}) => source),
			[...kept],
		);
		t.true(run.drops.length > 2);
		for (const {row, score, because} of run.drops) {
			const other = rows[Number.parseInt(because ?? '', 16)]?.embedding ?? [];
			t.true(Math.abs((score ?? 0) - cosineOf(rows[row]?.embedding ?? [], other)) < 1e-12);
		}
	});
}

test('vectors without a direction, and of other lengths, are compared with no others', async (t) => {
	const given = [[0, 0], [0, 0], [], [1, 1], [1, 1, 0], [Number.NaN, 1], [Number.NaN, 1], [2, 2]].map(
		(embedding) => ({
			embedding,
		}),
	);
	const {drops} = await runBarrier(embeddingDedup({tables: 4, bits: 2}), given);
	t.deepEqual(
		drops.map(({row, score}) => [row, score]),
		[[7, 1]],
	);
});

test('the longest of texts that it does not see is refused', (t) => {
	// @ts-expect-error TS2322: not a rule of vectors
	t.throws(() => embeddingDedup({keep: 'longest'}), {code: 'usage', message: /sees no text/});
});
