import PQueue from 'p-queue';
import {MillraceError, type Ended, type Executor, type Submission} from '@millrace/core';
import type {Assignment} from './thread-executor.ts';

/** Runs the ranks of one group. */
type Assign = (assignment: Assignment, signal: AbortSignal) => Promise<Omit<Ended, 'group'>>;

interface Board {
	readonly abort: AbortController;
	live: number;
	ended: Ended[];
	/** Wakes whoever waits for a group to end. */
	waiting: (() => void)[];
}

/** Submitting, polling and cancelling over a bounded queue of groups: what executors of one process share. */
export function submissions(
	name: string,
	slots: number,
	assign: Assign,
): Pick<Executor, 'submit' | 'poll' | 'cancel'> {
	const boards = new Map<string, Board>();
	const queue = new PQueue({concurrency: slots});

	const boardOf = (id: string): Board => {
		const board = boards.get(id);
		if (!board)
			throw new MillraceError(
				'usage',
				`executor ${name}: expected the handle of a submission of this process, found ${id}.`,
			);
		return board;
	};
	const run = async (
		board: Board,
		group: number,
		{groups, round: _, ...submission}: Submission,
	): Promise<void> => {
		const ended = await endOf({...submission, ranks: groups[group] ?? []}, board.abort.signal);
		board.ended.push({group, ...ended});
		board.live--;
		for (const wake of board.waiting.splice(0)) wake();
	};
	const endOf: Assign = async (assignment, signal) => {
		if (signal.aborted) return {hint: 'lost', error: 'temporary: the work was cancelled'};
		try {
			return await assign(assignment, signal);
		} catch (error) {
			return {hint: 'lost', error: `temporary: no worker could be started: ${String(error)}`};
		}
	};
	const nextEnd = async ({waiting}: Board): Promise<void> => new Promise((resolve) => waiting.push(resolve));
	return {
		async submit(work) {
			const id = `${name}-${boards.size + 1}`;
			const board: Board = {abort: new AbortController(), live: work.groups.length, ended: [], waiting: []};
			boards.set(id, board);
			for (const group of work.groups.keys()) void queue.add(async () => run(board, group, work));
			return Promise.resolve({executor: name, id});
		},
		async poll({id}) {
			const board = boardOf(id);
			if (board.ended.length === 0 && board.live > 0) await nextEnd(board);
			const {ended, live} = board;
			board.ended = [];
			return {live, ended};
		},
		async cancel({id}) {
			const board = boardOf(id);
			board.abort.abort();
			while (board.live > 0) await nextEnd(board);
		},
	};
}
