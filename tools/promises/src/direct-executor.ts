import type {Ended, Executor, Store} from '@millrace/core';
import {errorText, runRanks} from '@millrace/engine';

/** Runs tasks one after another over the store that it is given, so that its faults are met in workers too. */
export function directExecutor(store: Store): Executor {
	const boards = new Map<string, readonly Ended[]>();
	return {
		name: 'direct',
		slots: 1,
		async submit({groups, ...submission}) {
			const id = `direct-${boards.size}`;
			const ended: Ended[] = [];
			for (const [group, ranks] of groups.entries()) {
				try {
					await runRanks(store, submission, ranks);
					ended.push({group, hint: 'ok'});
				} catch (error) {
					ended.push({group, hint: 'failed', error: errorText(error)});
				}
			}
			boards.set(id, ended);
			return {executor: 'direct', id};
		},
		poll({id}) {
			const ended = boards.get(id) ?? [];
			boards.set(id, []);
			return Promise.resolve({live: 0, ended});
		},
		cancel: () => Promise.resolve(),
		close: () => Promise.resolve(),
	};
}
