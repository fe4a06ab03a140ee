import {random} from '@millrace/core';

/** A row of the contract of a reader. */
export interface ReaderRow {
	readonly id: string;
	readonly text: string;
	readonly n: number | null;
}

/** Rows with text of many lengths and scripts, from a seed. */
export function readerRows(count: number, seed = 1): readonly ReaderRow[] {
	const draw = random(Uint32Array.of(seed, 2, 3, 4));
	const words = [
		'plain',
		'naïve',
		'Ünïcödé',
		'漢字',
		'😀',
		'עברית',
		'comma, and',
		'"quoted"',
		'back\\slash',
		'nul\0',
		'tab\there',
		'line\nbreak',
		'\u2028',
		"'",
		'',
	];
	return Array.from({length: count}, (_, index) => ({
		id: `row-${seed}-${index}`,
		text: Array.from({length: 1 + draw.int(12)}, () => draw.pick(words)).join(' '),
		n: draw.int(4) === 0 ? null : draw.int(1_000_000) - 500_000,
	}));
}
