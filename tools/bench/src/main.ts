import {mkdir, readFile, writeFile} from 'node:fs/promises';
import {dirname, join, resolve} from 'node:path';
import {parseArgs} from 'node:util';
import {MillraceError, nearest} from '@millrace/core';
import type {Measurement} from './bench.ts';
import {findPyarrow} from './find-pyarrow.ts';
import {machine} from './machine.ts';
import {measurements, peerMeasurements} from './measurements.ts';
import {putSection} from './put-section.ts';
import {typed} from './refresh-command.ts';
import {aimsTable, markdownReport, sectionText} from './report.ts';
import {runMeasurements} from './run-measurements.ts';

const known = [...measurements, ...peerMeasurements];
const names = known.map(({name}) => name);
const usage = `Measures Millrace and prints tables; a full run also writes docs/benchmarks.md.

  npm run bench
  npm run bench -- --quick --only startup,throughput

  --only <names>   of ${names.join(', ')}; curation downloads 150 MB of Debian's documentation and its peers, augmentation its peers, and they run only where named
  --quick          20 MB and 60 MB instead of 200 MB and 2 GB, each once: shows that it runs, not how fast
  --runs <number>  runs of which the median counts; 3 unless given
  --into <file>    a page, such as docs/benchmarks.md, in which to put the sections that ran in the place of those with their titles
  --out <file>     where to write the page; a run with --quick or --only writes none unless given
`;
const root = resolve(import.meta.dirname, '../../..');
const notesFile = join(root, 'tools/bench/notes.md');

try {
	const {values} = parseArgs({
		options: {
			only: {type: 'string'},
			quick: {type: 'boolean', default: false},
			runs: {type: 'string'},
			out: {type: 'string'},
			into: {type: 'string'},
			help: {type: 'boolean', short: 'h'},
		},
	});
	if (values.help) process.stdout.write(usage);
	else await benchmark(values);
} catch (error) {
	process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
	process.exitCode = 2;
}

interface Given {
	readonly only?: string | undefined;
	readonly quick: boolean;
	readonly runs?: string | undefined;
	readonly out?: string | undefined;
	readonly into?: string | undefined;
}

async function benchmark({only, quick, runs, out, into}: Given): Promise<void> {
	const chosen =
		only === undefined ? measurements : only.split(',').map((name) => measurementNamed(name.trim()));
	const times = Number(runs ?? (quick ? 1 : 3));
	if (!Number.isInteger(times) || times < 1)
		throw new MillraceError(
			'usage',
			`bench: expected --runs to be a whole number from 1, found ${String(runs)}.`,
		);
	if (into !== undefined) await pageAt(into);
	const python = await findPyarrow(root);
	const folder = 'data/bench';
	await mkdir(join(root, folder), {recursive: true});
	const sizes = quick ? {small: 20e6, large: 60e6} : {small: 200e6, large: 2e9};
	const tell = (line: string): void => void process.stderr.write(`> ${line}\n`);
	const bench = {root, folder, ...sizes, runs: times, ...(python ? {python} : {}), tell};
	const {sections, failed} = await runMeasurements(bench, chosen, (section) =>
		process.stdout.write(`${sectionText(section)}\n`),
	);
	process.stdout.write(`Aims${quick ? ' (a quick run does not judge them)' : ''}\n\n${aimsTable(sections)}`);
	const date = new Date().toISOString().slice(0, 10);
	const command = typed([
		'npm',
		'run',
		'bench',
		...(process.argv.length > 2 ? ['--', ...process.argv.slice(2)] : []),
	]);
	if (into !== undefined && failed.length === 0) {
		const measuring = {date, command, machine: await machine(root, python)};
		const whole = sections.reduce(
			(page, section) => putSection(page, section, measuring),
			await pageAt(into),
		);
		await writeFile(into, whole);
	}
	const page =
		out ?? (quick || only !== undefined || failed.length > 0 ? undefined : join(root, 'docs/benchmarks.md'));
	if (page !== undefined) {
		const notes = await readNotes();
		await mkdir(dirname(page), {recursive: true});
		await writeFile(
			page,
			markdownReport({
				date,
				command,
				machine: await machine(root, python),
				sections,
				...(notes === undefined ? {} : {notes}),
			}),
		);
	}
	if (failed.length > 0)
		throw new MillraceError(
			'stopped',
			`bench: ${failed.length} of ${chosen.length} measurements failed: ${failed.join('; ')}`,
		);
}

function measurementNamed(name: string): Measurement {
	const found = known.find((each) => each.name === name);
	if (found) return found;
	const meant = nearest(name, names);
	throw new MillraceError(
		'usage',
		`bench: expected --only to name ${names.join(', ')}, found ${JSON.stringify(name)}${meant ? `; did you mean ${meant}?` : '.'}`,
	);
}

async function pageAt(path: string): Promise<string> {
	try {
		return await readFile(path, 'utf8');
	} catch (cause) {
		throw new MillraceError(
			'usage',
			`bench: expected --into to name a page that is there, found no ${path}.`,
			{
				cause,
			},
		);
	}
}

async function readNotes(): Promise<string | undefined> {
	try {
		return await readFile(notesFile, 'utf8');
	} catch (error) {
		if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
		throw error;
	}
}
