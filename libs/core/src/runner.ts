import type {Json} from './json.ts';

/** Where training runs. Every implementation passes `testRunner` of `@millrace/testing`. */
export interface Runner {
	readonly name: string;
	/** Starts a run and yields its events; the last is always `end`. Aborting the signal stops it after a checkpoint. */
	run(specification: RunSpecification, signal: AbortSignal): AsyncIterable<RunEvent>;
}

/** What a runner is given: plain data, so that it can be kept beside the result. */
export interface RunSpecification {
	/** Content hash of the recipe, the shards and the locked versions. */
	readonly id: string;
	readonly recipe: Json;
	/** Shards by split, each with its checksum. */
	readonly shards: Readonly<Record<string, readonly RunShard[]>>;
	/** Folder for checkpoints and results. */
	readonly output: string;
}

export interface RunShard {
	readonly url: string;
	readonly sha256: string;
	readonly rows?: number;
}

export type RunEvent =
	| {
			readonly type: 'start';
			readonly steps: number;
			readonly device: string;
			/** The step of the checkpoint that the run goes on from; 0 or absent where it begins anew. */
			readonly resumed?: number;
			readonly parameters?: number;
			/** Parameters that learn. */
			readonly trainable?: number;
	  }
	| {
			readonly type: 'step';
			readonly step: number;
			readonly loss: number;
			readonly tokens: number;
			readonly seconds: number;
			readonly learningRate?: number;
			readonly gradientNorm?: number;
	  }
	| {readonly type: 'eval'; readonly step: number; readonly metrics: Readonly<Record<string, number>>}
	| {readonly type: 'checkpoint'; readonly step: number; readonly path: string}
	| {readonly type: 'warn'; readonly message: string}
	| {readonly type: 'end'; readonly outcome: 'done' | 'stopped' | 'failed'; readonly error?: string};
