import type {Bench} from '../bench.ts';
import {coldRefresh} from '../cold-refresh.ts';
import {corpus} from '../corpus.ts';
import {figure} from '../figure.ts';
import type {Section} from '../section.ts';
import {median, slope} from '../stats.ts';

const counts = [0, 5, 10, 20];

/** What the engine takes for a document and stage: the slope of time over stages that do nothing. */
export async function stageCost(bench: Bench): Promise<Section> {
	const {folder, documents} = await corpus(bench, bench.small);
	const found = counts.map((stages) => {
		const seconds: number[] = [];
		return {stages, seconds, command: ''};
	});
	for (let run = 0; run < bench.runs; run++) {
		for (const each of found) {
			const {seconds, command} = await coldRefresh(bench, {
				pipeline: 'stages',
				files: folder,
				workers: 1,
				set: {stages: each.stages},
			});
			each.seconds.push(seconds);
			each.command = command;
		}
	}
	const points = found.map(({stages, seconds}) => ({x: stages, y: (median(seconds) / documents) * 1e6}));
	const base = points[0]?.y ?? 0;
	return {
		title: 'Cost of a stage',
		about: `The empty pipeline with stages that do nothing, one worker, ${documents.toLocaleString('en-US')} documents, median of ${bench.runs}. The first stage of a segment also pays for making strings and rows, so the slope without it is shown beside the one with it: ${figure(slope(points.slice(1)))} and ${figure(slope(points))} microseconds a document and stage.`,
		headers: ['stages', 'seconds', 'microseconds a document', 'over no stage, a stage'],
		rows: found.map(({stages, seconds, command}, index) => {
			const each = points[index]?.y ?? NaN;
			return {
				cells: [
					String(stages),
					figure(median(seconds)),
					figure(each),
					stages === 0 ? '-' : figure((each - base) / stages),
				],
				command,
			};
		}),
		aims: [
			{
				name: 'engine cost of a document and stage',
				target: 2,
				good: 'most',
				unit: 'microseconds',
				measured: slope(points),
			},
		],
	};
}
