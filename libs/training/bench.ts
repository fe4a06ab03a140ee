import {bestFit} from './src/index.ts';

const capacity = 4096;

/** Lengths from 1 to the capacity, short ones more often, as documents have; the same each time. */
const lengths = (count: number): Int32Array =>
	Int32Array.from({length: count}, (_, index) =>
		Math.ceil(capacity * ((((index * 2_654_435_761) % 2 ** 32) / 2 ** 32) ** 3 + 1e-9)),
	);

for (const count of [1e5, 1e6, 1e7]) {
	const given = lengths(count);
	const started = performance.now();
	const packs = bestFit(given, capacity);
	const milliseconds = performance.now() - started;
	const share = given.reduce((sum, length) => sum + length, 0) / (packs.count * capacity);
	console.log(
		`${count} documents: ${milliseconds.toFixed(0)} ms, ${packs.count} packs, ${(share * 100).toFixed(2)} % full`,
	);
}
