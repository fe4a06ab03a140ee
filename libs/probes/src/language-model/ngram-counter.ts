import {ngramCounts, type NgramCounts} from './ngram-counts.ts';
import {END, FIRST, START, UNKNOWN} from './ngram-model.ts';
import {BYTES, unitsOfText, type Unit} from './units-of-text.ts';

/** What was counted in texts. */
export interface CountedNgrams {
	readonly units: readonly string[];
	/** Occurrences and distinct units to the left, of the units by id. */
	readonly occurrences: Int32Array;
	readonly extensions: Int32Array;
	/** The n-grams of 2 units, of 3, and so on. */
	readonly tables: readonly NgramCounts[];
	readonly texts: number;
	readonly total: number;
	/** Occurrences that the limits left out: of n-grams, and of units. */
	readonly refused: number;
	readonly unknown: number;
}

/** Counts the n-grams of texts, one text after another. A text begins after START and ends with END. */
export function ngramCounter({unit, order, mostNgrams, mostUnits}: CounterLimits): {
	readonly add: (text: string) => void;
	readonly counted: () => CountedNgrams;
} {
	const ids = new Map<string, number>();
	if (unit === 'byte') for (const byte of BYTES) ids.set(byte, FIRST + ids.size);
	const occurrences: number[] = [];
	const extensions: number[] = [];
	const tables = Array.from({length: order - 1}, ngramCounts);
	/** The n-grams of 1, 2 and more units that end at the unit before. */
	const context = new Int32Array(order - 1);
	let [texts, total, stored, refused, unknown] = [0, 0, 0, 0, 0];

	const found = (table: NgramCounts, index: number, prefix: number, id: number, suffix: number): number => {
		const known = table.find(prefix, id);
		if (known >= 0) return known;
		if (stored >= mostNgrams) {
			refused++;
			return NONE;
		}
		stored++;
		if (index === 0) extensions[suffix] = (extensions[suffix] ?? 0) + 1;
		else tables[index - 1]?.extend(suffix);
		return table.add(prefix, id);
	};
	const see = (id: number): void => {
		occurrences[id] = (occurrences[id] ?? 0) + 1;
		let ending = id;
		for (const [index, table] of tables.entries()) {
			const prefix = context[index] ?? NONE;
			context[index] = ending;
			ending = prefix < 0 || ending < 0 ? NONE : found(table, index, prefix, id, ending);
			if (ending >= 0) table.count(ending);
		}
	};
	const idOf = (name: string): number => {
		const known = ids.get(name);
		if (known !== undefined) return known;
		if (ids.size >= mostUnits) {
			unknown++;
			return UNKNOWN;
		}
		ids.set(name, FIRST + ids.size);
		return FIRST + ids.size - 1;
	};
	return {
		add(text) {
			texts++;
			context.fill(NONE);
			if (order > 1) context[0] = START;
			for (const name of unitsOfText(text, unit)) {
				see(idOf(name));
				total++;
			}
			see(END);
		},
		counted() {
			const size = ids.size + FIRST;
			return {
				units: [...ids.keys()],
				occurrences: Int32Array.from({length: size}, (_, id) => occurrences[id] ?? 0),
				extensions: Int32Array.from({length: size}, (_, id) => extensions[id] ?? 0),
				...{tables, texts, total, refused, unknown},
			};
		},
	};
}

export interface CounterLimits {
	readonly unit: Unit;
	readonly order: number;
	readonly mostNgrams: number;
	readonly mostUnits: number;
}

const NONE = -1;
