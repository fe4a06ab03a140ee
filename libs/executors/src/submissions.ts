import PQueue from 'p-queue';
import {MillraceError, type Ended, type Executor, type Submission} from '@millrace/core';
import type {Assignment} from './thread-executor.ts';

/** Runs the ranks of one group; never rejects. */
type Assign = (assignment: Assignment, signal: AbortSignal) => Promise<Omit<Ended, 'group'>>;

interface Board {
	readonly abort: AbortController;
	live: number;
	ended: Ended[];
	/** Wakes whoever polls. */
	wake: () => void;
}

/** Submitting, polling and cancelling over a bounded queue of groups: what executors of one process share. */
export function submissions(name: string, slots: number, assign: Assign): Pick<Executor, 'submit' | 'poll' | 'cancel'> {
	const boards = new Map<string, Board>();
	const queue = new PQueue({concurrency: slots});

	const boardOf = (id: string): Board => {
		const board = boards.get(id);
		if (!board) throw new MillraceError('usage', `executor ${name}: expected the handle of a submission of this process, found ${id}.`);
		return board;
	};
	const run = async (board: Board, group: number, {groups, round: _, ...submission}: Submission): Promise<void> => {
		const ended = board.abort.signal.aborted ? {hint: 'lost', error: 'cancelled'} as const : await assign({...submission, ranks: groups[group] ?? []}, board.abort.signal);
		board.ended.push({group, ...ended});
		board.live--;
		board.wake();
	};
	return {
		async submit(work) {
			const id = `${name}-${boards.size + 1}`;
			const board: Board = {abort: new AbortController(), live: work.groups.length, ended: [], wake: () => undefined};
			boards.set(id, board);
			for (const group of work.groups.keys()) void queue.add(async () => run(board, group, work));
			return Promise.resolve({executor: name, id});
		},
		async poll({id}) {
			const board = boardOf(id);
			if (board.ended.length === 0 && board.live > 0) {
				await new Promise<void>((resolve) => {
					board.wake = resolve;
				});
			}
			const {ended, live} = board;
			board.ended = [];
			return {live, ended};
		},
		async cancel({id}) {
			boardOf(id).abort.abort();
			return Promise.resolve();
		},
	};
}
