import {rm, stat} from 'node:fs/promises';
import {join} from 'node:path';
import type {Bench} from '../bench.ts';
import {coldRefresh} from '../cold-refresh.ts';
import {corpus, type Corpus} from '../corpus.ts';
import {figure, megabytes} from '../figure.ts';
import {pyarrowMissing, type Python} from '../find-pyarrow.ts';
import {typed} from '../refresh-command.ts';
import {pyarrowCommand, runPyarrow} from '../run-pyarrow.ts';
import type {Aim, Row, Section} from '../section.ts';
import {median} from '../stats.ts';

interface Contender {
	readonly name: string;
	readonly run: () => Promise<Outcome>;
}

interface Outcome {
	readonly seconds: number;
	readonly peakBytes?: number;
	readonly parquetBytes: number;
	readonly command: string;
}

/** Documents and bytes a second through the empty pipeline and a working one, with one and two workers, beside pyarrow. */
export async function throughput(bench: Bench): Promise<Section> {
	const {runs, python, small} = bench;
	const read = await corpus(bench, small);
	const contenders = [
		...['empty', 'work'].flatMap((pipeline) =>
			[1, 2].map((workers) => refreshing(bench, read, pipeline, workers)),
		),
		...(python ? [1, 2].map((threads) => converting(bench, read, python, threads)) : []),
	];
	const outcomes = new Map(contenders.map(({name}): [string, Outcome[]] => [name, []]));
	// In turns, so that a machine that slows down slows all of them.
	for (let run = 0; run < runs; run++) {
		for (const {name, run: once} of contenders) outcomes.get(name)?.push(await once());
	}
	const seconds = (name: string): number =>
		median(outcomes.get(name)?.map((outcome) => outcome.seconds) ?? []);
	const missing: Row = {cells: [`pyarrow: ${pyarrowMissing}`, '-', '-', '-', '-', '-'], command: ''};
	return {
		title: 'Throughput',
		about: `JSON Lines to Parquet (Zstandard), ${megabytes(read.bytes)} MB in ${read.documents.toLocaleString('en-US')} documents, from an empty store; whole processes, median of ${runs}. \`empty\` has no stage; \`work\` normalizes, counts words and filters. pyarrow writes one file, and neither caches, verifies nor accounts.`,
		headers: ['what', 'seconds', 'documents/s', 'MB/s', 'peak MB', 'Parquet MB'],
		rows: [
			...[...outcomes].map(([name, all]) => rowOf(read, name, all, seconds(name))),
			...(python ? [] : [missing]),
		],
		aims: [
			against(
				'empty pipeline against pyarrow, two workers and two threads',
				0.7,
				python && seconds(pyarrowName(2)) / seconds(refreshName('empty', 2)),
			),
			against(
				'empty pipeline against pyarrow, one worker and one thread',
				0.7,
				python && seconds(pyarrowName(1)) / seconds(refreshName('empty', 1)),
			),
			...['empty', 'work'].map((pipeline) =>
				against(
					`two workers against one, ${pipeline} pipeline`,
					1.8,
					seconds(refreshName(pipeline, 1)) / seconds(refreshName(pipeline, 2)),
				),
			),
		],
	};
}

const refreshName = (pipeline: string, workers: number): string =>
	`${pipeline} pipeline, ${workers} worker${workers === 1 ? '' : 's'}`;
const pyarrowName = (threads: number): string => `pyarrow, ${threads} thread${threads === 1 ? '' : 's'}`;

const against = (name: string, target: number, measured: number | undefined): Aim => ({
	name,
	target,
	good: 'least',
	unit: 'times',
	...(measured === undefined ? {why: pyarrowMissing} : {measured}),
});

function refreshing(bench: Bench, {folder}: Corpus, pipeline: string, workers: number): Contender {
	return {
		name: refreshName(pipeline, workers),
		run: async () => coldRefresh(bench, {pipeline, files: folder, workers}),
	};
}

function converting({root, folder, tell}: Bench, read: Corpus, python: Python, threads: number): Contender {
	const out = `${folder}/pyarrow.parquet`;
	const command = pyarrowCommand(python, read.folder, out, threads);
	return {
		name: pyarrowName(threads),
		run: async () => {
			tell(typed(command));
			const measured = await runPyarrow(root, command);
			if (measured.rows !== read.documents)
				throw new RangeError(
					`bench: expected pyarrow to write ${read.documents} rows, found ${measured.rows}.`,
				);
			const {size} = await stat(join(root, out));
			await rm(join(root, out));
			return {...measured, parquetBytes: size, command: typed(command)};
		},
	};
}

function rowOf({documents, bytes}: Corpus, name: string, all: readonly Outcome[], seconds: number): Row {
	const middle = (of: (outcome: Outcome) => number): number => median(all.map(of));
	return {
		cells: [
			name,
			figure(seconds),
			figure(documents / seconds),
			figure(bytes / 1e6 / seconds),
			megabytes(middle(({peakBytes}) => peakBytes ?? NaN)),
			megabytes(middle(({parquetBytes}) => parquetBytes)),
		],
		command: all[0]?.command ?? '',
	};
}
