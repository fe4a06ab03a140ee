import {once} from 'node:events';
import {Readable} from 'node:stream';
import {Worker} from 'node:worker_threads';
import {MillraceError} from '@millrace/core';
import {tableFromIPC, type RecordBatch} from 'apache-arrow';
import type {TableStream} from './open-arrow.ts';
import {compressionOf} from './compression-of.ts';
import {parquetFooter} from './parquet-footer.ts';
import type {ParquetAnswer, ParquetRequest} from './parquet-worker.ts';
import {fill, withFile} from './read-blocks.ts';

/**
 * Opens a Parquet file, a row group at a time, in a thread of its own. Throws a MillraceError `corrupt` where it is
 * damaged or cut off, `usage` where gzip or Zstandard wraps it: its end comes first, so it cannot be streamed.
 */
export async function openParquet(
	path: string,
	columns: readonly string[] | undefined,
): Promise<TableStream> {
	const head = await withFile(path, (file) => fill(file, 0, 4));
	if (head.length === 0)
		return {schema: undefined, batches: Readable.from([]), close: () => Promise.resolve()};
	if (compressionOf(path, head))
		throw new MillraceError(
			'usage',
			'expected a plain Parquet file, found one within gzip or Zstandard; decompress it, since Parquet compresses by itself.',
		);
	const groups = await parquetFooter(path);
	const thread = parquetThread(path);
	try {
		const schema = tableFromIPC(await thread.ask({ask: 'schema'})).schema;
		const names = columns && schema.fields.map(({name}) => name).filter((name) => columns.includes(name));
		return {schema, batches: batchesOf(thread, groups.length, names), close: thread.close};
	} catch (error) {
		await thread.close();
		throw corrupt(error);
	}
}

interface Thread {
	ask(request: ParquetRequest): Promise<Uint8Array | undefined>;
	readonly close: () => Promise<void>;
}

async function* batchesOf(
	thread: Thread,
	groups: number,
	columns: readonly string[] | undefined,
): AsyncGenerator<RecordBatch> {
	try {
		let next = thread.ask({ask: 'rows', groups, columns});
		for (;;) {
			const ipc = await next;
			if (!ipc) return;
			// The thread decodes the next batch while this one is used.
			next = thread.ask({ask: 'next'});
			next.catch(() => undefined);
			yield* tableFromIPC(ipc).batches;
		}
	} catch (error) {
		throw corrupt(error);
	} finally {
		await thread.close();
	}
}

function parquetThread(path: string): Thread {
	const url = new URL(`./parquet-worker${import.meta.url.endsWith('.ts') ? '.ts' : '.js'}`, import.meta.url);
	const worker = new Worker(url, {workerData: path, stderr: true});
	// What an aborting decoder prints is in the error too.
	worker.stderr.resume();
	const failed = new Promise<never>((_resolve, reject) => {
		worker.once('error', reject);
		worker.once('exit', (code) => {
			reject(new Error(`its thread ended with code ${code}`));
		});
	});
	failed.catch(() => undefined);
	return {
		async ask(request) {
			const answer: Promise<unknown[]> = once(worker, 'message');
			worker.postMessage(request);
			const reply: unknown = (await Promise.race([answer, failed])).at(0);
			if (!isAnswer(reply)) throw new Error('no answer');
			if ('error' in reply) throw new Error(reply.error);
			return reply.ipc;
		},
		async close() {
			await worker.terminate();
		},
	};
}

const isAnswer = (reply: unknown): reply is ParquetAnswer =>
	typeof reply === 'object' && reply !== null && ('ipc' in reply || 'error' in reply);

const corrupt = (error: unknown): MillraceError =>
	error instanceof MillraceError
		? error
		: new MillraceError(
				'corrupt',
				`expected a whole Parquet file, found one that cannot be decoded (${error instanceof Error ? error.message : String(error)}); fetch or write it again.`,
				{cause: error},
			);
