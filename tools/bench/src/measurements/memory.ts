import type {Bench} from '../bench.ts';
import {coldRefresh} from '../cold-refresh.ts';
import {corpus} from '../corpus.ts';
import {figure, megabytes} from '../figure.ts';
import type {Aim, Row, Section} from '../section.ts';

const heapMiB = 128;
const pipelines = ['empty', 'exact-dedup', 'sort', 'shuffle', 'cap'];

/** Whether peak memory grows with the input, for the empty pipeline and for each barrier. */
export async function memory(bench: Bench): Promise<Section> {
	const [small, large] = [await corpus(bench, bench.small), await corpus(bench, bench.large)];
	const rows: Row[] = [];
	const aims: Aim[] = [];
	for (const pipeline of pipelines) {
		const before = await coldRefresh(bench, {pipeline, files: small.folder, workers: 2}, heapMiB);
		const after = await coldRefresh(bench, {pipeline, files: large.folder, workers: 2}, heapMiB);
		const ratio = after.peakBytes / before.peakBytes;
		const cells = [
			pipeline,
			megabytes(before.peakBytes),
			megabytes(after.peakBytes),
			figure(ratio),
			figure(before.seconds),
			figure(after.seconds),
		];
		rows.push({cells, command: after.command});
		aims.push({
			name: `peak memory of ${pipeline}, ${megabytes(large.bytes)} MB against ${megabytes(small.bytes)} MB`,
			target: 1.2,
			good: 'most',
			unit: 'times',
			measured: ratio,
		});
	}
	const headers = (what: string): readonly string[] =>
		[small, large].map(({bytes}) => `${what} at ${megabytes(bytes)} MB`);
	return {
		title: 'Peak memory',
		about: `Peak of resident memory of the whole process, its workers included, with two workers, and the heap of every thread capped at ${heapMiB} MiB (and its young half-spaces at 8) by NODE_OPTIONS, which overrules the limits that the engine gives its workers; one run each.`,
		headers: ['pipeline', ...headers('peak MB'), 'ratio', ...headers('seconds')],
		rows,
		aims,
	};
}
