import type {SourceFile} from '@millrace/core';
import type {Partition} from '../sources/partitions.ts';
import type {IndexedFile} from '../sources/file-index.ts';
import type {StageAccount} from './accounts.ts';
import type {CachedObject} from './cached-object.ts';
import type {Layer} from './layer.ts';

/** One unit of work: a pure function of what it names, under a fingerprint. Plain data, so that any machine can run it. */
export type Work = IndexWork | SegmentWork | ExtractWork | DecideWork | ScatterWork | GatherWork | ShardWork;

/** What is known of a piece of work of one kind without looking into it. */
export interface WorkOf<out K extends Work['kind']> extends Fingerprinted {
	readonly kind: K;
}

interface Fingerprinted {
	/** Names the completion record: equal fingerprints have equal results. */
	readonly fingerprint: string;
}

/** Read and cut source files. */
export interface IndexWork extends Fingerprinted {
	readonly kind: 'index';
	readonly files: readonly SourceFile[];
	readonly read: number;
}

/** Run a segment over a partition of the source, or over the layer of the segment before with the verdicts on it. */
export interface SegmentWork extends Fingerprinted {
	readonly kind: 'segment';
	readonly segment: number;
	readonly partition: string;
	readonly input:
		| {readonly source: Partition; readonly limit?: number}
		| {readonly layer: Layer; readonly verdicts?: CachedObject};
}

/** Make the sorted keys of a partition for the barrier after `segment`. */
export interface ExtractWork extends Fingerprinted {
	readonly kind: 'extract';
	readonly segment: number;
	readonly layer: Layer;
}

/** Merge the keys of all partitions and decide. */
export interface DecideWork extends Fingerprinted {
	readonly kind: 'decide';
	readonly segment: number;
	readonly keys: readonly CachedObject[];
	/** Rows of each partition. */
	readonly rows: readonly number[];
}

/** Write the rows of a partition in pieces, one for each new partition, where a barrier orders rows anew. */
export interface ScatterWork extends Fingerprinted {
	readonly kind: 'scatter';
	readonly segment: number;
	readonly layer: Layer;
	/** The new place of each row. */
	readonly order: CachedObject;
	readonly partitionRows: number;
}

/** Put together one new partition. */
export interface GatherWork extends Fingerprinted {
	readonly kind: 'gather';
	readonly segment: number;
	/** The list of its pieces, in the order of the old partitions: kept apart, since all lists together grow with the square of the input. */
	readonly pieces: CachedObject;
}

/** Write and verify one shard. */
export interface ShardWork extends Fingerprinted {
	readonly kind: 'shard';
	readonly stream: Stream;
	readonly split: string;
	readonly parts: readonly (Layer | CachedObject)[];
}

/** What shards hold: the rows of a split, or those that left. */
export type Stream = 'rows' | 'dropped' | 'quarantined';

export interface ScatterPiece {
	readonly object: CachedObject;
	readonly start: number;
	readonly end: number;
	/** Checksum of the bytes from `start` to `end`, which are read without the others. */
	readonly digest: string;
}

/** What is left in the completion record of each kind of work. */
export interface Done {
	readonly index: {readonly files: readonly IndexedFile[]};
	readonly segment: SegmentDone;
	readonly extract: {readonly keys: CachedObject};
	readonly decide: {readonly verdicts: readonly (CachedObject | null)[]; readonly order: boolean};
	readonly scatter: {readonly pieces: readonly (readonly [partition: number, piece: ScatterPiece])[]};
	readonly gather: {readonly layer: Layer};
	readonly shard: {
		readonly object: string;
		readonly sha256: string;
		readonly bytes: number;
		readonly rows: number;
	};
}

export interface SegmentDone {
	readonly layer: Layer;
	readonly accounts: readonly StageAccount[];
	/** Rows by split; only the last segment has them. */
	readonly splits: Readonly<Record<string, SplitPart>>;
	readonly dropped?: DepartedPart;
	readonly quarantined?: DepartedPart;
}

/** What the cutting of shards needs to know of a partition's part of a split. */
export interface SplitPart {
	readonly rows: number;
	readonly bytes: number;
	/** Id of the last row, which decides whether a shard ends here. */
	readonly last: string;
}

export interface DepartedPart extends SplitPart {
	readonly object: CachedObject;
}
