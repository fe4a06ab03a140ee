import {parentPort, Worker, workerData} from 'node:worker_threads';
import {tokenizerFile} from '@millrace/text';
import {z} from 'zod';
import {readTexts} from './read-texts.ts';

/** Encodes the texts of a folder by a `tokenizer.json` in threads, each its share, and returns the seconds of the slowest. */
export async function encodeTexts(folder: string, tokenizer: string, threads: number): Promise<number> {
	const workers = Array.from(
		{length: threads},
		(_, thread) => new Worker(import.meta.filename, {workerData: {folder, tokenizer, thread, threads}}),
	);
	try {
		// All are ready before one begins.
		await Promise.all(workers.map(message));
		for (const worker of workers) worker.postMessage('begin');
		const seconds = await Promise.all(workers.map(message));
		return Math.max(...seconds);
	} finally {
		await Promise.all(workers.map((worker) => worker.terminate()));
	}
}

const message = async (worker: Worker): Promise<number> =>
	new Promise((resolve, reject) => {
		worker.once('message', (seconds: unknown) => {
			resolve(z.number().parse(seconds));
		});
		worker.once('error', reject);
	});

const given = z.object({folder: z.string(), tokenizer: z.string(), thread: z.int(), threads: z.int()});

if (parentPort) {
	const port = parentPort;
	const {folder, tokenizer, thread, threads} = given.parse(workerData);
	const texts = (await readTexts(folder)).filter((_, index) => index % threads === thread);
	const loaded = await tokenizerFile(tokenizer).load();
	await loaded.encode(texts.slice(0, 10));
	port.postMessage(0);
	await new Promise((begin) => port.once('message', begin));
	const begun = performance.now();
	await loaded.encode(texts);
	port.postMessage((performance.now() - begun) / 1000);
}
