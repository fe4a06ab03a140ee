import test from 'ava';
import fc from 'fast-check';
import {overlapSearch, runSizes} from './overlap.ts';

const text = fc
	.array(fc.constantFrom('mill', 'river', 'wheel'), {maxLength: 30})
	.map((words) => words.join(' '));

const row = (id: number, own: string) => () => ({
	id: String(id),
	source: 'a.md',
	text: own,
	characters: own.length,
});

test('counts the held-out rows that share a run of words, as plain loops do', (t) => {
	fc.assert(
		fc.property(fc.array(text, {maxLength: 8}), fc.array(text, {maxLength: 8}), (train, heldOut) => {
			const search = overlapSearch();
			for (const own of heldOut) search.holdOut(own);
			for (const own of train) search.train(own);
			for (const [id, own] of heldOut.entries()) search.judge('test', own, row(id, own));
			const found = search.figures('train');
			for (const [index, size] of runSizes.entries()) {
				const runs = (own: string): readonly string[] => {
					const words = own.split(' ');
					return words.flatMap((_, at) => {
						const run = words.slice(at, at + size);
						return run.length === size ? [run.join(' ')] : [];
					});
				};
				const known = new Set(train.flatMap(runs));
				const long = heldOut.filter((own) => runs(own).length > 0);
				const shared = long.filter((own) => runs(own).some((run) => known.has(run)));
				const splits = found.sizes[index]?.splits ?? [];
				t.deepEqual(
					splits,
					heldOut.length === 0 ? [] : [{split: 'test', rows: long.length, shared: shared.length}],
				);
			}
		}),
	);
});

test('shows the rows that share most', (t) => {
	const words = Array.from({length: 26}, (_, index) => `w${index}`);
	const search = overlapSearch();
	const heldOut = [words.join(' '), [...words.slice(0, 13), ...words.slice(0, 13).reverse()].join(' ')];
	for (const own of heldOut) search.holdOut(own);
	search.train(words.join(' '));
	for (const [id, own] of heldOut.entries()) search.judge('test', own, row(id, own));
	t.deepEqual(
		search.figures('train').examples.map(({id, share}) => [id, Number(share.toFixed(3))]),
		[
			['0', 1],
			['1', 0.071],
		],
	);
});
