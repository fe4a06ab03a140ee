import {sampledTable, type SampledTable} from '../figures/sampled-table.ts';
import type {DuplicateFigures} from '../report.ts';
import {excerpt} from './excerpt.ts';

/** Finds texts that are equal, within splits and across. */
export interface DuplicateSearch {
	/** The number of a split, by which rows are counted. */
	add(high: number, low: number, split: number, text: string): void;
	/** Looks a held-out row up once all rows were added. */
	lookUp(high: number, low: number, split: number): void;
	figures(): DuplicateFigures;
}

const mostListed = 10;
/** Texts of repeated rows that are held, to be able to show those that are repeated most. */
const mostTexts = 1000;

/** Makes an empty search over splits, of which one is that of training. */
export function duplicateSearch(
	splits: readonly string[],
	training: string | undefined,
	table: SampledTable = sampledTable(),
): DuplicateSearch {
	const repeated = new Map<string, {readonly text: string; readonly high: number; readonly low: number}>();
	const heldOut = splits.map(() => ({rows: 0, known: 0}));
	const trainingBit = splits.indexOf(training ?? '');
	let rows = 0;
	const ranked = () =>
		[...repeated.values()]
			.map((each) => ({...each, rows: table.count(each.high, each.low)}))
			.filter((each) => each.rows > 1)
			.sort((a, b) => b.rows - a.rows || a.high - b.high || a.low - b.low);
	const keep = (text: string, high: number, low: number): void => {
		repeated.set(`${high} ${low}`, {text: excerpt(text), high, low});
		if (repeated.size < mostTexts * 2) return;
		const kept = ranked().slice(0, mostTexts);
		repeated.clear();
		for (const each of kept) repeated.set(`${each.high} ${each.low}`, each);
	};
	return {
		add(high, low, split, text) {
			rows++;
			const count = table.add(high, low, bitOf(split));
			// A text that was forgotten comes back when it has occurred twice as often.
			if (count > 1 && (count & (count - 1)) === 0) keep(text, high, low);
		},
		lookUp(high, low, split) {
			const marks = table.marks(high, low);
			const own = heldOut[split];
			if (!own) return;
			own.rows++;
			if (marks !== undefined && hasMark(marks, trainingBit)) own.known++;
		},
		figures() {
			const {scale} = table;
			let groups = 0;
			const shared = new Map<string, number>();
			table.each((count, marks) => {
				if (count > 1) groups++;
				if ((marks & (marks - 1)) !== 0) shared.set(String(marks), (shared.get(String(marks)) ?? 0) + 1);
			});
			const distinct = Math.min(rows, table.size * scale);
			return {
				scale,
				rows,
				distinct,
				repeated: rows - distinct,
				groups: groups * scale,
				across: pairs(splits, shared, scale),
				heldOut: splits.flatMap((split, index) => {
					const {rows: own = 0, known = 0} = heldOut[index] ?? {};
					return index === trainingBit ? [] : [{split, rows: own, known: Math.min(own, known * scale)}];
				}),
				largest: ranked()
					.slice(0, mostListed)
					.map(({rows: own, text, high, low}) => ({
						rows: own,
						splits: splits.filter((_, index) => hasMark(table.marks(high, low) ?? 0, index)),
						text,
					})),
			};
		},
	};
}

/** Marks have 32 bits; splits beyond share the last. */
export const bitOf = (split: number): number => Math.min(split, 31);

const hasMark = (marks: number, split: number): boolean => split >= 0 && ((marks >>> bitOf(split)) & 1) === 1;

function pairs(
	splits: readonly string[],
	shared: ReadonlyMap<string, number>,
	scale: number,
): DuplicateFigures['across'] {
	return splits.slice(0, 31).flatMap((a, first) =>
		splits.slice(first + 1, 31).flatMap((b, after) => {
			let texts = 0;
			for (const [marks, count] of shared)
				if (hasMark(Number(marks), first) && hasMark(Number(marks), first + 1 + after)) texts += count;
			return texts > 0 ? [{splits: [a, b] as const, texts: texts * scale}] : [];
		}),
	);
}
