import {availableParallelism} from 'node:os';
import {Worker} from 'node:worker_threads';
import {MillraceError, type Ended, type Executor, type Submission} from '@millrace/core';
import {submissions} from './submissions.ts';

export interface ThreadOptions {
	/** Worker threads; the number of processors, at most 8, unless given. */
	readonly workers?: number;
	/** Bound of each worker's heap in MiB, 1024 unless given; a worker that exceeds it ends, and the run says so. */
	readonly heapMb?: number;
}

/** What a worker is told and what it answers. */
export interface Assignment extends Omit<Submission, 'groups' | 'round'> {
	readonly ranks: readonly number[];
}
export type Answer = {readonly hint: 'ok'} | {readonly hint: 'failed'; readonly error: string};

/** Runs tasks on worker threads of this process; threads start when work comes and end with `close`. */
export function threadExecutor({
	workers = Math.min(8, availableParallelism()),
	heapMb = 1024,
}: ThreadOptions = {}): Executor {
	if (!Number.isInteger(workers) || workers < 1 || workers > 256) {
		throw new MillraceError('usage', `threadExecutor: expected 1 to 256 workers, found ${workers}.`);
	}
	const idle: Worker[] = [];
	const live = new Set<Worker>();
	let closed = false;

	const start = (): Worker => {
		const worker = new Worker(new URL('thread.ts', import.meta.url), {
			resourceLimits: {maxOldGenerationSizeMb: heapMb},
		});
		live.add(worker);
		worker.once('exit', () => {
			live.delete(worker);
			if (idle.includes(worker)) idle.splice(idle.indexOf(worker), 1);
		});
		// What a stage left behind may fail after its work was answered: the worker ends, the work stands.
		worker.on('error', (error: Error) => {
			if (idle.includes(worker)) process.emitWarning(error);
		});
		return worker;
	};

	const assign = async (assignment: Assignment, signal: AbortSignal): Promise<Omit<Ended, 'group'>> => {
		if (closed) return {hint: 'lost', error: 'temporary: the executor was closed'};
		const worker = idle.pop() ?? start();
		return new Promise((resolve) => {
			let failure: Omit<Ended, 'group'> | undefined;
			const settle = (ended: Omit<Ended, 'group'>): void => {
				worker.off('message', answered).off('error', failed).off('exit', exited);
				signal.removeEventListener('abort', stop);
				resolve(ended);
			};
			const answered = (answer: Answer): void => {
				if (closed || failure) void worker.terminate();
				else idle.push(worker);
				settle(answer);
			};
			const failed = (error: Error & {readonly code?: string}): void => {
				failure ??=
					error.code === 'ERR_WORKER_OUT_OF_MEMORY'
						? {
								hint: 'out-of-memory',
								error: `space: a worker needed more than ${heapMb} MiB of heap; raise heapMb or make batches smaller`,
							}
						: {hint: 'lost', error: `temporary: a worker ended with ${error.message}`};
			};
			// Only now is it sure that the worker writes no more.
			const exited = (code: number): void => {
				settle(failure ?? {hint: 'lost', error: `temporary: a worker ended with code ${code}`});
			};
			const stop = (): void => {
				failure ??= {hint: 'lost', error: 'temporary: the worker was stopped'};
				void worker.terminate();
			};
			worker.on('message', answered).on('error', failed).on('exit', exited);
			signal.addEventListener('abort', stop, {once: true});
			worker.postMessage(assignment);
		});
	};

	const board = submissions('threads', workers, assign);
	return {
		name: 'threads',
		slots: workers,
		...board,
		async close() {
			closed = true;
			idle.length = 0;
			await Promise.all([...live].map(async (worker) => worker.terminate()));
		},
	};
}
