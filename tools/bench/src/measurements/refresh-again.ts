import {copyFile, cp, readdir, rm} from 'node:fs/promises';
import {join} from 'node:path';
import {setTimeout} from 'node:timers/promises';
import type {Bench} from '../bench.ts';
import {refresh, type Refreshed} from '../cold-refresh.ts';
import {corpus, corpusFiles} from '../corpus.ts';
import {figure, megabytes} from '../figure.ts';
import type {Section} from '../section.ts';
import {median} from '../stats.ts';

/** A refresh from nothing, with nothing to do, and with 1 % of the input changed. */
export async function refreshAgain(bench: Bench): Promise<Section> {
	const {root, folder, runs, small} = bench;
	const source = await corpus(bench, small);
	const change = await corpus(bench, Math.round(small / corpusFiles), 2, 1);
	const given = {pipeline: 'work', files: `${folder}/changing`, out: `${folder}/store-changing`, workers: 2};
	const clear = async (): Promise<void> => {
		for (const path of [given.files, given.out]) await rm(join(root, path), {recursive: true, force: true});
	};
	const found: Readonly<Record<'cold' | 'cached' | 'changed', Refreshed[]>> = {
		cold: [],
		cached: [],
		changed: [],
	};
	for (let run = 0; run < runs; run++) {
		await clear();
		await cp(join(root, source.folder), join(root, given.files), {recursive: true});
		// A stamp of a file that changed a moment ago is not trusted; a nightly run does not meet such files.
		await setTimeout(3000);
		found.cold.push(await refresh(bench, given));
		found.cached.push(await refresh(bench, given));
		await copyFile(await onlyFile(join(root, change.folder)), join(root, given.files, 'part-050.jsonl'));
		found.changed.push(await refresh(bench, given));
	}
	await clear();
	const seconds = (kind: keyof typeof found): number => median(found[kind].map((one) => one.seconds));
	const row = (kind: keyof typeof found, what: string) => ({
		cells: [
			what,
			figure(seconds(kind)),
			figure(seconds('cold') / seconds(kind)),
			megabytes(median(found[kind].map(({peakBytes}) => peakBytes))),
		],
		command: found[kind][0]?.command ?? '',
	});
	return {
		title: 'Refresh',
		about: `The \`work\` pipeline over ${megabytes(source.bytes)} MB in ${corpusFiles} files, two workers, median of ${runs}: from an empty store, again at once, and after one file was replaced by another.`,
		headers: ['what', 'seconds', 'times faster than cold', 'peak MB'],
		rows: [row('cold', 'cold'), row('cached', 'nothing to do'), row('changed', '1 % changed')],
		aims: [
			{
				name: 'a run with nothing to do',
				target: 1,
				good: 'most',
				unit: 'seconds',
				measured: seconds('cached'),
			},
		],
	};
}

async function onlyFile(folder: string): Promise<string> {
	const name = (await readdir(folder)).find((entry) => entry.endsWith('.jsonl'));
	if (name === undefined) throw new RangeError(`bench: expected a .jsonl file in ${folder}, found none.`);
	return join(folder, name);
}
