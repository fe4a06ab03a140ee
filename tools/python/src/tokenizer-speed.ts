import {globSync, readFileSync} from 'node:fs';
import {mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {loadTokenizer, subwordIds, trainTokenizer, writeTokenizer} from '@millrace/text';

// How fast a tokenizer is trained and used on the Markdown of the installed packages, in rows of 4,000 characters, by
// processor time of all threads, which a busy machine leaves as it is.
const pages = globSync('node_modules/**/*.md')
	.sort()
	.map((path) => readFileSync(path, 'utf8').toWellFormed());
const rows = pages.flatMap((page) =>
	Array.from({length: Math.ceil(page.length / 4000)}, (_, at) =>
		page.slice(at * 4000, (at + 1) * 4000).toWellFormed(),
	),
);
const megabytes = rows.reduce((sum, row) => sum + Buffer.byteLength(row), 0) / 1e6;

const folder = await mkdtemp(join(tmpdir(), 'millrace-speed-'));
try {
	const [trained, trainSeconds] = await timed(() => trainTokenizer({texts: rows}));
	await writeTokenizer(folder, trained);
	const tokenizer = await loadTokenizer(process.argv[2] ?? folder);
	const [ids, seconds] = await timed(() => subwordIds(tokenizer, rows, {special: 'none'}));
	const tokens = ids.reduce((sum, {length}) => sum + length, 0);
	console.log(
		[
			`${megabytes.toFixed(1)} MB`,
			`trained ${trained.vocabularySize} tokens in ${trainSeconds.toFixed(1)} s`,
			`encoded ${(tokens / seconds / 1e6).toFixed(2)} million tokens a second and core, ${(megabytes / seconds).toFixed(1)} MB/s`,
			`peak ${(process.resourceUsage().maxRSS / 1e3).toFixed(0)} MB`,
		].join('; '),
	);
} finally {
	await rm(folder, {recursive: true});
}

async function timed<T>(run: () => Promise<T>): Promise<readonly [T, number]> {
	const start = process.cpuUsage();
	const result = await run();
	const {user, system} = process.cpuUsage(start);
	return [result, (user + system) / 1e6];
}
