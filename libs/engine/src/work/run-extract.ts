import {recordBatch, type BarrierBody, type Store} from '@millrace/core';
import {keyCodec} from '../sort/key-codec.ts';
import {encodeRun} from '../sort/run-format.ts';
import {contextOf} from './apply-stage.ts';
import {putCached, type CachedObject} from './cached-object.ts';
import {keyRecord} from './key-record.ts';
import {readLayer} from './layer.ts';
import type {NamedStep} from './segment.ts';
import type {ExtractWork} from './work.ts';

/** Writes the sorted keys of one partition for the barrier that follows its segment. */
export async function runExtract(
	store: Store,
	{step, name}: NamedStep,
	body: BarrierBody,
	seed: number,
	{layer}: ExtractWork,
): Promise<CachedObject> {
	const roles = new Map(Object.keys(step.needs).map((role) => [role, step.columns.get(role) ?? role]));
	const rows = await readLayer(store, layer, new Set(roles.values()));
	const codec = keyCodec(body.keys);
	const keyRoles = Object.keys(body.keys);
	const output = body.extract(recordBatch(rows.length, rows.vectors, roles), contextOf(rows, name, seed));
	const columns = keyRoles.map((role) => output.columns[role]);
	const records = Array.from({length: output.length}, (_, index) => {
		const row = output.source?.[index] ?? index;
		return keyRecord(
			body.ties,
			codec.encode(columns.map((values) => values?.[index])),
			rows.ids.subarray(row * 16, row * 16 + 16),
			row,
		);
	});
	return putCached(store, encodeRun(records.sort((a, b) => Buffer.compare(a, b))));
}
