import {availableParallelism} from 'node:os';
import {Worker} from 'node:worker_threads';
import {MillraceError, type Ended, type Executor, type Submission} from '@millrace/core';
import {submissions} from './submissions.ts';

export interface ThreadOptions {
	/** Worker threads; the number of processors, at most 8, unless given. */
	readonly workers?: number;
	/** Bound of each worker's heap in MiB, 1024 unless given; a worker that exceeds it ends, and its work is asked for again. */
	readonly heapMb?: number;
}

/** What a worker is told and what it answers. */
export interface Assignment extends Omit<Submission, 'groups' | 'round'> {
	readonly ranks: readonly number[];
}
export type Answer = {readonly hint: 'ok'} | {readonly hint: 'failed'; readonly error: string};

/** Runs tasks on worker threads of this process; threads start when work comes and end with `close`. */
export function threadExecutor({workers = Math.min(8, availableParallelism()), heapMb = 1024}: ThreadOptions = {}): Executor {
	if (!Number.isInteger(workers) || workers < 1 || workers > 256) {
		throw new MillraceError('usage', `threadExecutor: expected 1 to 256 workers, found ${workers}.`);
	}
	const idle: Worker[] = [];
	const live = new Set<Worker>();
	let closed = false;

	const start = (): Worker => {
		const worker = new Worker(new URL('thread.ts', import.meta.url), {resourceLimits: {maxOldGenerationSizeMb: heapMb}});
		live.add(worker);
		worker.once('exit', () => live.delete(worker));
		return worker;
	};

	const assign = async (assignment: Assignment, signal: AbortSignal): Promise<Omit<Ended, 'group'>> => {
		const worker = idle.pop() ?? start();
		return new Promise((resolve) => {
			const settle = (ended: Omit<Ended, 'group'>): void => {
				worker.removeAllListeners('message').removeAllListeners('error').removeAllListeners('exit');
				signal.removeEventListener('abort', stop);
				resolve(ended);
			};
			const lose = (hint: Ended['hint'], error: string): void => {
				live.delete(worker);
				settle({hint, error});
			};
			const stop = (): void => {
				void worker.terminate();
				lose('lost', 'the worker was stopped');
			};
			signal.addEventListener('abort', stop, {once: true});
			worker.once('message', (answer: Answer) => {
				if (closed) void worker.terminate();
				else idle.push(worker);
				settle(answer);
			});
			worker.once('error', (error: Error & {readonly code?: string}) => {
				const memory = error.code === 'ERR_WORKER_OUT_OF_MEMORY';
				lose(memory ? 'out-of-memory' : 'lost', memory ? `space: a worker needed more than ${heapMb} MiB of heap; raise heapMb or make batches smaller` : error.message);
			});
			worker.once('exit', (code) => {
				lose('lost', `temporary: a worker ended with code ${code}`);
			});
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
