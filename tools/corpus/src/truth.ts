import type {CorpusPlan} from './corpus-options.ts';

/** What was planted, and how often. */
export interface Truth {
	readonly plan: CorpusPlan;
	readonly documents: number;
	/** Bytes of all files before compression. */
	readonly bytes: number;
	/** Documents whose text is that of an earlier one: what exact deduplication drops. */
	readonly exact: number;
	/** Documents whose text is an earlier one with a few words changed. */
	readonly near: number;
	/** Documents whose text is mojibake, their duplicates included. */
	readonly mojibake: number;
	readonly nulls: number;
	readonly long: number;
	readonly crlf: number;
	/** Documents by the script of their text, mojibake left out. */
	readonly scripts: Readonly<Record<string, number>>;
	/** Documents of each group, by the number in its name. */
	readonly groups: readonly number[];
	readonly files: readonly FileTruth[];
}

export interface FileTruth {
	/** Relative to the folder. */
	readonly name: string;
	readonly documents: number;
	/** Before compression. */
	readonly bytes: number;
}

/** Counts of one file, as it is written. */
export interface Counts {
	documents: number;
	bytes: number;
	exact: number;
	near: number;
	mojibake: number;
	nulls: number;
	long: number;
	crlf: number;
	readonly scripts: Map<string, number>;
	readonly groups: Uint32Array;
}

export const groupCount = 10_000;

export const noCounts = (): Counts => ({
	documents: 0,
	bytes: 0,
	exact: 0,
	near: 0,
	mojibake: 0,
	nulls: 0,
	long: 0,
	crlf: 0,
	scripts: new Map(),
	groups: new Uint32Array(groupCount),
});

/** Adds up the counts of the files, in their order. */
export function truthOf(
	plan: CorpusPlan,
	files: readonly {readonly name: string; readonly counts: Counts}[],
): Truth {
	const total = noCounts();
	for (const {counts} of files) {
		for (const key of ['documents', 'bytes', 'exact', 'near', 'mojibake', 'nulls', 'long', 'crlf'] as const) {
			total[key] += counts[key];
		}
		for (const [script, count] of counts.scripts)
			total.scripts.set(script, (total.scripts.get(script) ?? 0) + count);
		for (const [group, count] of counts.groups.entries())
			total.groups[group] = (total.groups[group] ?? 0) + count;
	}
	return {
		plan,
		...total,
		scripts: Object.fromEntries([...total.scripts].sort(([a], [b]) => (a < b ? -1 : 1))),
		groups: [...total.groups],
		files: files.map(({name, counts: {documents, bytes}}) => ({name, documents, bytes})),
	};
}
