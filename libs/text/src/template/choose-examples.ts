import {MillraceError, nearest, type AnyRow, type Random} from '@millrace/core';
import {folded, ngramIndex} from './ngram-index.ts';

/** Which examples stand before a row. */
export interface ExampleChoice {
	/** Examples a row. */
	readonly count: number;
	/** Any; as evenly over the labels as their number allows; or those most alike, the most alike last. */
	readonly choose: 'random' | {readonly byLabel: string} | {readonly bySimilarity: string};
	/** The columns that tell whether an example is the row itself. */
	readonly sameBy: readonly string[];
}

/** Chooses the examples of a row, by their places in the list that they come from. */
export type ChooseExamples = (row: AnyRow, random: () => Random) => readonly number[];

/**
 * Makes the function that chooses examples. Equal rows with equal random streams get equal examples, and never
 * one that equals the row in all columns `sameBy`, whatever its case and blanks; so a row may get fewer than `count`.
 * Throws a MillraceError `usage` where the examples lack a column or are fewer than `count`.
 */
export function chooseExamples(
	examples: readonly AnyRow[],
	{count, choose, sameBy}: ExampleChoice,
): ChooseExamples {
	const by = choose === 'random' ? undefined : 'byLabel' in choose ? choose.byLabel : choose.bySimilarity;
	demandColumns(examples, by === undefined ? sameBy : [...sameBy, by]);
	if (examples.length < count)
		throw new MillraceError(
			'usage',
			`examples: expected at least the ${count} that a row gets, found ${examples.length}; add more or lower count.`,
		);
	const keyOf = (row: AnyRow): string => JSON.stringify(sameBy.map((name) => folded(String(row[name]))));
	const keys = examples.map(keyOf);
	const others = (row: AnyRow): ((place: number) => boolean) => {
		const own = keyOf(row);
		return (place) => keys[place] !== own;
	};
	const places = examples.map((_, place) => place);
	if (choose === 'random')
		return (row, random) => [...shuffled(places, random()).filter(others(row)).take(count)];
	if ('byLabel' in choose) {
		const labels = [...Map.groupBy(places, (place) => String(examples[place]?.[choose.byLabel])).values()];
		return (row, random) => balanced(labels, others(row), count, random());
	}
	const {bySimilarity} = choose;
	const index = ngramIndex(examples.map((example) => String(example[bySimilarity])));
	const same = Map.groupBy(keys, (key) => key);
	return (row) => {
		const most = count + (same.get(keyOf(row))?.length ?? 0);
		const alike = index.alike(String(row[bySimilarity]), most).map(({place}) => place);
		return alike.filter(others(row)).slice(0, count).reverse();
	};
}

/** Takes one of each label in turn, the labels in random order, until there are enough. */
function balanced(
	labels: readonly (readonly number[])[],
	keep: (place: number) => boolean,
	count: number,
	random: Random,
): readonly number[] {
	let turns = [...shuffled(labels, random)].map((places) => shuffled(places, random).filter(keep));
	const chosen: number[] = [];
	while (turns.length > 0 && chosen.length < count) {
		turns = turns.filter((turn) => {
			const next = chosen.length < count ? turn.next() : {done: false, value: undefined};
			if (next.value !== undefined) chosen.push(next.value);
			return next.done !== true;
		});
	}
	return [...shuffled(chosen, random)];
}

/** The items in random order, as far as they are asked for (Fisher and Yates, swaps kept apart). */
function* shuffled<T>(items: readonly T[], random: Random): Generator<T, undefined> {
	const moved = new Map<number, number>();
	for (let left = items.length; left > 0; left--) {
		const drawn = random.int(left);
		const item = items[moved.get(drawn) ?? drawn];
		moved.set(drawn, moved.get(left - 1) ?? left - 1);
		if (item !== undefined) yield item;
	}
	return undefined;
}

function demandColumns(examples: readonly AnyRow[], names: readonly string[]): void {
	const faults = new Set(
		examples.flatMap((example, place) =>
			names
				.filter((name) => !Object.hasOwn(example, name))
				.map((name) => {
					const meant = nearest(name, Object.keys(example));
					return `example ${place + 1} has no ${name}${meant === undefined ? '' : `, perhaps ${meant} was meant`}`;
				}),
		),
	);
	if (faults.size > 0) throw new MillraceError('usage', `examples: ${[...faults].slice(0, 10).join('; ')}.`);
}
