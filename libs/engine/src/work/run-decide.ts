import {
	list,
	MillraceError,
	nullable,
	utf8,
	float64,
	binary,
	type BarrierBody,
	type DecideContext,
	type Key,
	type Store,
	type Verdict,
} from '@millrace/core';
import {externalSort} from '../sort/external-sort.ts';
import {keyCodec} from '../sort/key-codec.ts';
import {mergeRuns} from '../sort/merge-runs.ts';
import {rowSorter} from '../sort/row-sorter.ts';
import {putCached, type CachedObject} from './cached-object.ts';
import {placedRecord, readPlaced} from './key-record.ts';
import {writeVerdicts, type RowVerdict} from './apply-verdicts.ts';
import type {NamedStep} from './segment.ts';
import type {DecideWork} from './work.ts';

/** A few sorts run at once in one worker; small buffers keep its memory that of any other work. */
const bounds = {memoryBytes: 4 << 20, blockBytes: 64 << 10};

/** The verdicts of each partition, null where all rows are kept; or, of a barrier that orders rows, their new places. */
export async function runDecide(
	store: Store,
	barrier: NamedStep,
	body: BarrierBody,
	work: DecideWork,
	scratch: string,
): Promise<readonly (CachedObject | null)[]> {
	const placed = externalSort(store, `${scratch}/verdicts`, bounds);
	const opened: {dispose(): Promise<void>}[] = [placed];
	const context: DecideContext = {
		sorter(columns) {
			const sorter = rowSorter(store, `${scratch}/sorter-${opened.length}`, columns, bounds);
			opened.push(sorter);
			return sorter;
		},
	};
	try {
		let place = 0;
		for await (const verdicts of body.decide(keysOf(store, body, work, scratch), context)) {
			for (const verdict of verdicts) {
				checkPlace(barrier, verdict, work.rows);
				await placed.add(
					body.apply === 'order' ? orderRecord(verdict, place++) : verdictRecord(barrier, verdict),
				);
			}
		}
		const objects: (CachedObject | null)[] = work.rows.map(() => null);
		for await (const [partition, records] of byPartition(placed.sorted())) {
			checkOnce(barrier, partition, records);
			const rows = work.rows[partition] ?? 0;
			objects[partition] =
				body.apply === 'order'
					? await writeOrder(store, barrier, records, rows)
					: await writeVerdicts(
							store,
							barrier,
							records.map((record) => readVerdict(barrier, record)),
						);
		}
		if (body.apply === 'order' && place !== work.rows.reduce((sum, rows) => sum + rows, 0)) {
			throw new MillraceError(
				'accounts',
				`barrier ${barrier.name}: expected a place for each of ${work.rows.reduce((sum, rows) => sum + rows, 0)} rows, found ${place}; yield every key once.`,
			);
		}
		return objects;
	} finally {
		for (const sorter of opened) await sorter.dispose();
	}
}

async function* keysOf(
	store: Store,
	{ties, keys}: BarrierBody,
	work: DecideWork,
	scratch: string,
): AsyncGenerator<readonly Key[]> {
	const codec = keyCodec(keys);
	const roles = Object.keys(keys);
	const runs = work.keys.map(({name}, partition) => ({
		name,
		map: (record: Uint8Array) => placedRecord(ties, record, partition),
	}));
	try {
		for await (const records of mergeRuns(store, runs, {
			prefix: `${scratch}/keys`,
			blockBytes: bounds.blockBytes,
		})) {
			yield records.map((record) => {
				const {key, ref, id} = readPlaced(ties, record);
				const {values} = codec.decode(key);
				return {
					ref,
					// Most ids are never asked for.
					get id() {
						return Buffer.from(id).toString('hex');
					},
					values: Object.fromEntries(roles.map((role, index) => [role, values[index]])),
				};
			});
		}
	} catch (error) {
		if (!(error instanceof MillraceError) || error.code !== 'corrupt') throw error;
		throw new MillraceError('missing', `${error.message} It will be made again.`, {cause: error});
	}
}

const dropCodec = keyCodec({
	reason: nullable(utf8),
	score: nullable(float64),
	because: nullable(utf8),
	adds: nullable(list(binary)),
});

function verdictRecord({step}: NamedStep, {ref, drop, adds}: Verdict): Uint8Array {
	const roles = Object.keys(step.adds);
	const added = adds ? [keyCodec(step.adds).encode(roles.map((role) => adds[role]))] : null;
	return placedBytes(
		ref,
		dropCodec.encode([drop?.reason ?? null, drop?.score ?? null, drop?.because ?? null, added]),
	);
}

function readVerdict({step}: NamedStep, record: Uint8Array): RowVerdict {
	const [reason, score, because, adds] = dropCodec.decode(record, 8).values;
	const encoded: unknown = Array.isArray(adds) ? adds[0] : undefined;
	const values = encoded instanceof Uint8Array ? keyCodec(step.adds).decode(encoded).values : undefined;
	return {
		row: rowAt(record),
		...(typeof reason === 'string'
			? {
					drop: {
						reason,
						...(typeof score === 'number' ? {score} : {}),
						...(typeof because === 'string' ? {because} : {}),
					},
				}
			: {}),
		...(values
			? {adds: Object.fromEntries(Object.keys(step.adds).map((role, index) => [role, values[index]]))}
			: {}),
	};
}

function orderRecord({ref}: Verdict, place: number): Uint8Array {
	const bytes = new Uint8Array(8);
	new DataView(bytes.buffer).setFloat64(0, place);
	return placedBytes(ref, bytes);
}

async function writeOrder(
	store: Store,
	{name}: NamedStep,
	records: readonly Uint8Array[],
	rows: number,
): Promise<CachedObject> {
	if (records.length !== rows)
		throw new MillraceError(
			'accounts',
			`barrier ${name}: expected a place for each of ${rows} rows of a partition, found ${records.length}; yield every key once.`,
		);
	return putCached(store, Buffer.concat(records.map((record) => record.subarray(8))));
}

function placedBytes(
	ref: {readonly partition: number; readonly row: number},
	payload: Uint8Array,
): Uint8Array {
	const bytes = new Uint8Array(8 + payload.length);
	const view = new DataView(bytes.buffer);
	view.setUint32(0, ref.partition);
	view.setUint32(4, ref.row);
	bytes.set(payload, 8);
	return bytes;
}

async function* byPartition(
	chunks: AsyncIterable<readonly Uint8Array[]>,
): AsyncGenerator<readonly [number, readonly Uint8Array[]]> {
	let [partition, records]: [number, Uint8Array[]] = [-1, []];
	for await (const chunk of chunks) {
		for (const record of chunk) {
			const next = partitionAt(record);
			if (next !== partition && records.length > 0) yield [partition, records];
			if (next !== partition) [partition, records] = [next, []];
			records.push(record.slice());
		}
	}
	if (records.length > 0) yield [partition, records];
}

function checkPlace({name}: NamedStep, {ref: {partition, row}}: Verdict, rows: readonly number[]): void {
	if (row >= 0 && row < (rows[partition] ?? 0)) return;
	throw new MillraceError(
		'accounts',
		`barrier ${name}: expected verdicts on rows that have keys, found a verdict on row ${row} of partition ${partition}, which is not there; yield the ref of a key.`,
	);
}

function checkOnce({name}: NamedStep, partition: number, records: readonly Uint8Array[]): void {
	const twice = records.find(
		(record, index) => index > 0 && rowAt(record) === rowAt(records[index - 1] ?? record),
	);
	if (twice)
		throw new MillraceError(
			'accounts',
			`barrier ${name}: expected at most one verdict a row, found two on row ${rowAt(twice)} of partition ${partition}.`,
		);
}

const partitionAt = (record: Uint8Array): number =>
	new DataView(record.buffer, record.byteOffset).getUint32(0);
const rowAt = (record: Uint8Array): number => new DataView(record.buffer, record.byteOffset).getUint32(4);
