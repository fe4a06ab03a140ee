import {defineBarrier, int32, utf8, type AnyStep, type BarrierBody} from '@millrace/core';
import {memoryStore} from '@millrace/io';
import test from 'ava';
import {batchOf, idsOf} from '../../fixtures/batch-of.ts';
import {keyCodec} from '../sort/key-codec.ts';
import {mergeRuns} from '../sort/merge-runs.ts';
import {placedRecord, readPlaced} from './key-record.ts';
import {writeLayer} from './layer.ts';
import {runExtract} from './run-extract.ts';

const schema = new Map([
	['text', utf8.type],
	['n', int32.type],
]);

const rows = ['pear', 'fig', 'apple', 'fig'].map((text, n) => ({text, n}));

/** The keys that a barrier makes of the rows, as they lie in the run. */
async function keysOf(step: AnyStep, body: BarrierBody) {
	const store = memoryStore();
	const batch = batchOf(schema, rows);
	const layer = await writeLayer(store, {rows: batch, columns: schema, newIds: false});
	const node = {kind: 'step', name: step.name, step, position: 0} as const;
	const {name} = await runExtract(store, node, body, 0, {
		kind: 'extract',
		fingerprint: 'f',
		segment: 0,
		layer,
	});
	const keys = [];
	for await (const records of mergeRuns(store, [name], {prefix: 'scratch/x'})) {
		for (const record of records) {
			const {key, ref, id} = readPlaced(body.ties, placedRecord(body.ties, record, 0));
			keys.push({
				values: keyCodec(body.keys).decode(key).values,
				row: ref.row,
				id: Buffer.from(id).toString('hex'),
			});
		}
	}
	return {keys, ids: idsOf(batch)};
}

const declared = (ties: 'id' | 'position') =>
	defineBarrier({
		name: 'sort',
		needs: {fruit: utf8},
		keys: {fruit: utf8},
		ties,
		extract: ({columns: {fruit}, length}) => ({length, columns: {fruit}}),
		async *decide() {
			/* keeps all */
		},
	})({columns: {fruit: 'text'}});

const bodyOf = ({body}: AnyStep): BarrierBody => {
	if (body.kind !== 'barrier') throw new Error('expected a barrier');
	return body;
};

test('keys are sorted, each with the row that it is of, under the names that the user gave', async (t) => {
	const step = declared('position');
	const {keys, ids} = await keysOf(step, bodyOf(step));
	t.deepEqual(
		keys.map(({values, row}) => [...values, row]),
		[
			['apple', 2],
			['fig', 1],
			['fig', 3],
			['pear', 0],
		],
	);
	t.deepEqual(
		keys.map(({row, id}) => id === ids[row]),
		[true, true, true, true],
	);
});

test('ties are broken by the row id where the barrier says so', async (t) => {
	const step = declared('id');
	const {keys, ids} = await keysOf(step, bodyOf(step));
	const figs = keys.filter(({values}) => values[0] === 'fig').map(({id}) => id);
	t.deepEqual(figs, [ids[1] ?? '', ids[3] ?? ''].toSorted());
});

test('a row may have no key, or several', async (t) => {
	const step = declared('position');
	const body: BarrierBody = {
		...bodyOf(step),
		extract: () => ({length: 3, columns: {fruit: ['x', 'y', 'x']}, source: Int32Array.of(1, 1, 3)}),
	};
	const {keys} = await keysOf(step, body);
	t.deepEqual(
		keys.map(({values, row}) => [...values, row]),
		[
			['x', 1],
			['x', 3],
			['y', 1],
		],
	);
});
