import type {Python} from './find-pyarrow.ts';
import type {Section} from './section.ts';

/** What every measurement is given. */
export interface Bench {
	/** The repository: commands run there, and their paths are relative to it. */
	readonly root: string;
	/** Where corpora and stores are put, relative to `root`. */
	readonly folder: string;
	/** Bytes of the usual corpus, and of the one that shows whether memory grows. */
	readonly small: number;
	readonly large: number;
	/** Runs of which the median counts. */
	readonly runs: number;
	/** Absent where no Python has pyarrow. */
	readonly python?: Python;
	/** Tells which command runs. */
	readonly tell: (line: string) => void;
}

/** One group of figures, under the name that `--only` takes. */
export interface Measurement {
	readonly name: string;
	readonly measure: (bench: Bench) => Promise<Section>;
}
