import type {Executor} from '@millrace/core';
import {errorText, runRanks} from '@millrace/engine';
import {openStore} from '@millrace/io';
import {submissions} from './submissions.ts';

/** Runs tasks one after another in this thread: for tests, previews and pipelines that no module declares. */
export function inlineExecutor(): Executor {
	const board = submissions('inline', 1, async ({store, ranks, ...submission}) => {
		try {
			await runRanks(openStore(store), submission, ranks);
			return {hint: 'ok'};
		} catch (error) {
			return {hint: 'failed', error: errorText(error)};
		}
	});
	return {name: 'inline', slots: 1, ...board, close: async () => Promise.resolve()};
}
