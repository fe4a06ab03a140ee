import {configurable, defineStage, int32, pipeline, utf8, type PipelineSettings} from '@millrace/core';
import {fromJsonl, fromParquet, fromText, toJsonl} from '@millrace/io';
import {z} from 'zod';

const columns = {text: utf8, n: int32};

const shape = {
	root: z.string(),
	reader: z.enum(['jsonl', 'parquet', 'text']).default('jsonl'),
	between: z.enum(['nothing', 'throws', 'batch-throws', 'loses', 'swaps', 'none-left']).default('nothing'),
	maxQuarantined: z.number().default(0.9),
};

/** Rows of any reader, with a stage between that misbehaves as told. */
export default configurable(shape, ({root, reader, between, maxQuarantined}) => {
	const settings = {maxQuarantined};
	if (reader === 'text') return pipeline('bad-input', fromText({files: root}), settings).write(toJsonl());
	const rows =
		reader === 'jsonl'
			? jsonl(root, settings)
			: pipeline('bad-input', fromParquet({files: root, columns}), settings);
	switch (between) {
		case 'nothing':
			return rows.write(toJsonl());
		case 'none-left':
			return rows.filter('everything', () => false).write(toJsonl());
		case 'throws':
			return rows
				.derive('half', int32, ({n}) => halved(n))
				.filter('odd', ({n}) => n % 2 === 0)
				.write(toJsonl());
		case 'batch-throws':
			return rows.pipe(halves()).write(toJsonl());
		case 'loses':
			return rows.pipe(loses()).write(toJsonl());
		case 'swaps':
			return rows.pipe(swaps()).write(toJsonl());
	}
});

const jsonl = (root: string, settings: PipelineSettings) =>
	pipeline('bad-input', fromJsonl({files: root, columns, pieceBytes: 1024}), settings);

function halved(n: number): number {
	if (n === 13) throw new Error('13 brings bad luck');
	return n >> 1;
}

const halves = defineStage({
	name: 'halves',
	needs: {n: int32},
	adds: {half: int32},
	batch: ({columns: {n}, length}) => ({length, columns: {half: Array.from(n, halved)}}),
});

/** Loses the row whose `n` is 13. */
const loses = defineStage({
	name: 'loses',
	needs: {n: int32},
	batch({columns: {n}, length}) {
		const source = Int32Array.from({length}, (_, row) => row).filter((row) => n[row] !== 13);
		return {length: source.length, columns: {}, source};
	},
});

/** Loses the row whose `n` is 13, and drops another twice so that the sums are right. */
const swaps = defineStage({
	name: 'swaps',
	needs: {n: int32},
	batch({columns: {n}, length}) {
		const all = Int32Array.from({length}, (_, row) => row);
		const lost = all.findIndex((row) => n[row] === 13);
		if (lost < 0) return {length, columns: {}};
		const [other = 0] = all.filter((row) => row !== lost);
		const source = all.filter((row) => row !== lost && row !== other);
		return {
			length: source.length,
			columns: {},
			source,
			drops: [other, other].map((row) => ({row, reason: 'twice'})),
		};
	},
});
