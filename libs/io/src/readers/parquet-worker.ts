import {openAsBlob} from 'node:fs';
import {parentPort, workerData} from 'node:worker_threads';
import {ParquetFile, RecordBatch} from 'parquet-wasm';

/** What `open-parquet.ts` asks of its thread. */
export type ParquetRequest =
	| {readonly ask: 'schema'}
	| {readonly ask: 'rows'; readonly groups: number; readonly columns: readonly string[] | undefined}
	| {readonly ask: 'next'};

/** An answer: a schema or a batch as an Arrow IPC stream; none at the end. */
export type ParquetAnswer = {readonly ipc: Uint8Array | undefined} | {readonly error: string};

// A damaged file can make the decoder abort, which only a thread of its own survives; its memory goes with the thread.
if (parentPort) serve(parentPort, String(workerData));

function serve(port: NonNullable<typeof parentPort>, path: string): void {
	// Opened by the first request, so that a file that fails before is no rejection that nobody handles.
	let file: Promise<ParquetFile> | undefined;
	let batches: AsyncIterator<RecordBatch, undefined> | undefined;
	const answer = async (request: ParquetRequest): Promise<Uint8Array | undefined> => {
		file ??= openAsBlob(path).then((blob) => ParquetFile.fromFile(blob));
		const open = await file;
		if (request.ask === 'schema') return open.schema().intoIPCStream();
		if (request.ask === 'rows') batches = readRows(open, request.groups, request.columns);
		const next = await batches?.next();
		return next?.value?.intoIPCStream();
	};
	port.on('message', (request: ParquetRequest) => {
		answer(request).then(
			(ipc) => {
				port.postMessage({ipc}, ipc?.buffer instanceof ArrayBuffer ? [ipc.buffer] : []);
			},
			(error: unknown) => {
				port.postMessage({error: String(error)});
			},
		);
	});
}

/** Reads a row group at a time, so that no more than one is held. */
async function* readRows(
	file: ParquetFile,
	groups: number,
	columns: readonly string[] | undefined,
): AsyncGenerator<RecordBatch, undefined> {
	for (let group = 0; group < groups; group++) {
		const stream: AsyncIterable<unknown> = await file.stream({
			rowGroups: [group],
			batchSize: 1024,
			concurrency: 1,
			...(columns ? {columns: [...columns]} : {}),
		});
		for await (const batch of stream) if (batch instanceof RecordBatch) yield batch;
	}
}
