import test from 'ava';
import fc from 'fast-check';
import {edits, type Edit} from './edits.ts';

const items = fc.array(fc.integer({min: 0, max: 3}), {maxLength: 40});

/** What a list becomes by the edits. */
function applied(list: readonly Edit[], before: Int32Array, after: Int32Array): readonly number[][] {
	const taken = (kinds: readonly Edit['kind'][]): number[] =>
		list
			.filter(({kind}) => kinds.includes(kind))
			.flatMap(({kind, start, end}) => [...(kind === 'added' ? after : before).subarray(start, end)]);
	return [taken(['same', 'removed']), taken(['same', 'added'])];
}

const size = (list: readonly Edit[], kind: Edit['kind']): number =>
	list.filter((edit) => edit.kind === kind).reduce((sum, {start, end}) => sum + end - start, 0);

/** The length of the longest common subsequence, by the table. */
function common(a: readonly number[], b: readonly number[]): number {
	let row = new Array<number>(b.length + 1).fill(0);
	for (const item of a) {
		const next = [0];
		for (const [index, other] of b.entries())
			next.push(item === other ? (row[index] ?? 0) + 1 : Math.max(row[index + 1] ?? 0, next[index] ?? 0));
		row = next;
	}
	return row.at(-1) ?? 0;
}

test('edits lead from one list to the other, keep as much as can be kept, and stand in order', (t) => {
	fc.assert(
		fc.property(items, items, (a, b) => {
			const [before, after] = [Int32Array.from(a), Int32Array.from(b)];
			const found = edits(before, after);
			t.deepEqual(applied(found, before, after), [a, b]);
			t.is(size(found, 'same'), common(a, b));
			for (const [index, {kind}] of found.entries()) t.not(kind, found[index - 1]?.kind);
		}),
		{numRuns: 500},
	);
});

test('a search that takes too long still leads from one list to the other', (t) => {
	fc.assert(
		fc.property(items, items, fc.integer({min: 0, max: 60}), (a, b, steps) => {
			const [before, after] = [Int32Array.from(a), Int32Array.from(b)];
			t.deepEqual(applied(edits(before, after, steps), before, after), [a, b]);
		}),
	);
});

test('a hundred thousand items with nothing in common end in one replacement', (t) => {
	const [before, after] = [new Int32Array(100_000).fill(1), new Int32Array(100_000).fill(2)];
	t.deepEqual(edits(before, after, 1_000_000), [
		{kind: 'removed', start: 0, end: 100_000},
		{kind: 'added', start: 0, end: 100_000},
	]);
});
