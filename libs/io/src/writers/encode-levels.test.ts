import test from 'ava';
import fc from 'fast-check';
import {encodeLevels} from './encode-levels.ts';

/** A decoder straight from the text of the format. */
function decode(bytes: Uint8Array, count: number, width: number): number[] {
	const view = Buffer.from(bytes);
	const end = 4 + view.readUInt32LE(0);
	const levels: number[] = [];
	let at = 4;
	while (at < end) {
		let head = 0;
		for (let shift = 0; ; shift += 7) {
			const byte = view[at++] ?? 0;
			head |= (byte & 127) << shift;
			if (byte < 128) break;
		}
		if (head % 2 === 0) {
			levels.push(...new Array<number>(head >> 1).fill(view[at++] ?? 0));
			continue;
		}
		const bits = (head >> 1) * 8 * width;
		for (let bit = 0; bit < bits; bit += width) {
			let level = 0;
			for (let place = 0; place < width; place++)
				level |= (((view[at + ((bit + place) >> 3)] ?? 0) >> ((bit + place) & 7)) & 1) << place;
			levels.push(level);
		}
		at += bits / 8;
	}
	return at === end && view.length === end ? levels.slice(0, count) : [];
}

test('levels decode as they were, in runs, in groups and in both', (t) => {
	const levels = fc
		.tuple(
			fc.integer({min: 1, max: 9}),
			fc.array(fc.tuple(fc.nat(), fc.integer({min: 1, max: 40})), {maxLength: 30}),
		)
		.map(([highest, runs]) => ({
			highest,
			levels: Uint8Array.from(
				runs.flatMap(([level, length]) => new Array<number>(length).fill(level % (highest + 1))),
			),
		}));
	fc.assert(
		fc.property(levels, ({highest, levels: given}) => {
			t.deepEqual(decode(encodeLevels(given, highest), given.length, 32 - Math.clz32(highest)), [...given]);
		}),
		{numRuns: 500},
	);
});

test('a run takes its head and one byte, however long', (t) => {
	t.deepEqual([...encodeLevels(new Uint8Array(1000).fill(1), 1)], [3, 0, 0, 0, 0xd0, 0x0f, 1]);
	t.deepEqual([...encodeLevels(new Uint8Array(0), 1)], [0, 0, 0, 0]);
});
