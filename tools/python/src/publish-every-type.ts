import {
	binary,
	bool,
	float32,
	float64,
	int32,
	int64,
	list,
	nullable,
	pipeline,
	struct,
	timestamp,
	utf8,
} from '@millrace/core';
import {refresh} from '@millrace/engine';
import {inlineExecutor} from '@millrace/executors';
import {fromJsonl, localStore, toArrow, toJsonl, toParquet} from '@millrace/io';

// Publishes every type of column in every format: `node publish-every-type.ts <folder>`.
const folder = process.argv[2] ?? '';
const rows = fromJsonl({
	files: new URL('../fixtures/every-type.jsonl', import.meta.url),
	columns: {
		text: utf8,
		note: nullable(utf8),
		flag: bool,
		maybe: nullable(bool),
		small: int32,
		large: int64,
		ratio: float64,
		single: float32,
		tags: list(utf8),
		scores: nullable(list(nullable(float64))),
		nested: struct({name: utf8, year: nullable(int32)}),
		parts: list(struct({word: utf8, at: int32})),
		split: utf8,
	},
	pieceBytes: 16384,
});
const writers = {
	parquet: toParquet({split: 'split', shardBytes: 65536}),
	arrow: toArrow({split: 'split', shardBytes: 65536}),
	jsonl: toJsonl({split: 'split', shardBytes: 65536}),
};
for (const [name, writer] of Object.entries(writers)) {
	const plan = pipeline('every-type', rows)
		.derive('bytes', binary, ({text}) => Buffer.from(text))
		.derive('at', timestamp, ({small}) => BigInt(small) * 1_000_003n)
		.filter('late', ({text}) => !text.endsWith('late'))
		.write(writer);
	await refresh(plan, {store: localStore(`${folder}/${name}`), executor: inlineExecutor()});
}
