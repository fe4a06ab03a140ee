/**
 * Where tasks run. What an executor says of a task is a hint; the completion record in the store is the truth.
 * Every implementation passes `testExecutor` of `@millrace/testing`.
 */
export interface Executor {
	readonly name: string;
	/** Tasks that may run at once. */
	readonly slots: number;
	/** Starts tasks; each group is run by one worker, in order. */
	submit(work: Submission): Promise<Handle>;
	/** Waits until a group ended since the last poll, or none is live. */
	poll(handle: Handle): Promise<Poll>;
	/** Stops what is live, or waits for it where it cannot be stopped; partial outputs are garbage that nobody names. */
	cancel(handle: Handle): Promise<void>;
	close(): Promise<void>;
}

/** Ranks of one phase of a run, packed in groups. */
export interface Submission {
	/** URL of the store, and the name of the run's plan within it. */
	readonly store: string;
	readonly plan: string;
	readonly planHash: string;
	readonly phase: string;
	readonly groups: readonly (readonly number[])[];
	/** 0 on the first try, 1 when what was missing is asked for again. */
	readonly round: number;
}

/** Plain data, so that a new driver can attach to what an old one started. */
export interface Handle {
	readonly executor: string;
	readonly id: string;
}

export interface Poll {
	/** Groups still running or waiting. */
	readonly live: number;
	readonly ended: readonly Ended[];
}

export interface Ended {
	readonly group: number;
	readonly hint: 'ok' | 'failed' | 'out-of-memory' | 'time-out' | 'lost';
	/** What the worker said of its failure. */
	readonly error?: string;
}
