import {join, relative} from 'node:path';
import {makePython} from '@millrace/training';
import type {Bench} from '../bench.ts';
import {contenders, millrace, works, type Outcome} from '../curation/contenders.ts';
import {prepare} from '../curation/prepare.ts';
import {figure, megabytes} from '../figure.ts';
import type {Aim, Section} from '../section.ts';
import {median} from '../stats.ts';

/**
 * Curation beside its peers on real documentation: the rules of FineWeb with MinHash, counters, signatures, ids and pages.
 * Downloads packages of Debian and of Python when first run, which tests never do.
 */
export async function curation(bench: Bench): Promise<Section> {
	const prepared = await prepare(bench);
	const python = await makePython({
		folder: join(bench.root, bench.folder, 'peers'),
		requirements: join(bench.root, 'tools/bench/peers/requirements.txt'),
		setup: 'npm run bench -- --only curation',
	});
	const measured = contenders(bench, prepared, relative(bench.root, python)).map((contender) => ({
		...contender,
		outcomes: new Array<Outcome>(),
	}));
	// In turns, so that a machine that slows down slows all of them.
	for (let run = 0; run < bench.runs; run++)
		for (const {run: once, outcomes} of measured) outcomes.push(await once());
	const found = measured.map(({work, who, outcomes}) => {
		const seconds = median(outcomes.map((outcome) => outcome.seconds));
		const peak = median(outcomes.map(({peakBytes}) => peakBytes ?? NaN));
		const [{documents, bytes, command} = {documents: 0, bytes: 0, command: ''}] = outcomes;
		return {work, who, seconds, peak, documents, bytes, command};
	});
	type Found = (typeof found)[number];
	const of = (work: string, who: string): Found | undefined =>
		found.find((each) => each.work === work && each.who === who);
	const against = (
		work: string,
		peer: string,
		target: number,
		size: 'documents' | 'bytes' = 'bytes',
	): Aim => {
		const rate = (each: Found | undefined): number => (each ? each[size] / each.seconds : NaN);
		return {
			name: `${work}, ${size === 'bytes' ? 'MB/s' : 'documents/s'} beside ${peer}`,
			target,
			good: 'least',
			unit: 'times',
			measured: rate(of(work, millrace)) / rate(of(work, peer)),
		};
	};
	const tenth = of(works.pipeline, `${millrace}, a tenth of the corpus`);
	return {
		title: 'Curation',
		about: `Real documentation of packages of Debian 12, ${megabytes(bench.small)} MB of text, median of ${bench.runs}. Peers that take long get documents spread evenly over it. The pipelines are timed as a whole, those of Millrace as whole processes; the other works within their process, without what loads once, on one core unless it says otherwise.`,
		headers: ['work', 'who', 'documents', 'MB', 'seconds', 'documents/s', 'MB/s', 'peak MB'],
		rows: found.map(({work, who, documents, bytes, seconds, peak, command}) => ({
			cells: [
				work,
				who,
				figure(documents),
				megabytes(bytes),
				figure(seconds),
				figure(documents / seconds),
				figure(bytes / 1e6 / seconds),
				Number.isNaN(peak) ? '-' : megabytes(peak),
			],
			command,
		})),
		aims: [
			against(works.pipeline, 'datatrove', 100, 'documents'),
			against(works.counters, 'datatrove', 200),
			against(works.minhash, 'datatrove', 100),
			against(works.minhash, 'rensa', 1),
			against(works.ids, 'tokenizers', 20),
			against(works.ids, 'tiktoken', 10),
			against(works.pages, 'trafilatura', 10),
			{
				name: `${works.pipeline}, peak memory of ten times the corpus`,
				target: 1.2,
				good: 'most',
				unit: 'times',
				measured: (of(works.pipeline, millrace)?.peak ?? NaN) / (tenth?.peak ?? NaN),
			},
		],
	};
}
