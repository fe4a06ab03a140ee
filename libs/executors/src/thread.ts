import {parentPort} from 'node:worker_threads';
import {errorText, runRanks} from '@millrace/engine';
import {openStore} from '@millrace/io';
import type {Answer, Assignment} from './thread-executor.ts';

// One assignment at a time: the pool sends the next when this one is answered.
parentPort?.on('message', (assignment: Assignment) => {
	void answer(assignment).then((found) => parentPort?.postMessage(found));
});

async function answer({store, ranks, ...submission}: Assignment): Promise<Answer> {
	try {
		await runRanks(openStore(store), submission, ranks);
		return {hint: 'ok'};
	} catch (error) {
		return {hint: 'failed', error: errorText(error)};
	}
}
