import {createReadStream} from 'node:fs';
import {mkdtemp, open, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {createInterface} from 'node:readline';
import {cutText} from './cut-text.ts';

export interface CountWordsOptions {
	/** Matches words, with the flag g. */
	readonly words: RegExp;
	/** Distinct words held in memory; beyond it they are sorted onto disk. */
	readonly most: number;
}

/**
 * Counts words of texts in bounded memory. Where there are more distinct words than may be held, the rarest are left
 * out, all of one count together, so that the result does not depend on the order of texts. A word longer than 4,096
 * UTF-16 units is cut.
 */
export async function countWords(
	texts: AsyncIterable<string> | Iterable<string>,
	{words, most}: CountWordsOptions,
): Promise<ReadonlyMap<string, number>> {
	let counts = new Map<string, number>();
	const runs: string[] = [];
	let folder: string | undefined;
	try {
		for await (const text of texts) {
			for (const piece of cutText(text, 1 << 16)) {
				for (const found of piece.match(words) ?? []) add(counts, found);
				if (counts.size <= most) continue;
				folder ??= await mkdtemp(join(tmpdir(), 'millrace-words-'));
				runs.push(await writeRun(join(folder, String(runs.length)), counts));
				counts = new Map();
			}
		}
		if (!folder) return counts;
		runs.push(await writeRun(join(folder, String(runs.length)), counts));
		return await commonest(runs, most);
	} finally {
		if (folder) await rm(folder, {recursive: true});
	}
}

function add(counts: Map<string, number>, found: string): void {
	if (found.length > longest) {
		for (let at = 0; at < found.length; at += longest)
			add(counts, found.slice(at, at + longest).toWellFormed());
		return;
	}
	const count = counts.get(found);
	// A slice would keep all of its text alive.
	if (count === undefined) counts.set(found.length < 13 ? found : Buffer.from(found).toString(), 1);
	else counts.set(found, count + 1);
}

const longest = 4096;

/** Writes counts sorted by word, one JSON pair a line. */
async function writeRun(path: string, counts: ReadonlyMap<string, number>): Promise<string> {
	const file = await open(path, 'w');
	try {
		const sorted = [...counts.keys()].sort();
		for (let at = 0; at < sorted.length; at += 4096) {
			const lines = sorted
				.slice(at, at + 4096)
				.map((word) => `${JSON.stringify([word, counts.get(word)])}\n`);
			await file.write(lines.join(''));
		}
	} finally {
		await file.close();
	}
	return path;
}

/** The words of runs whose counts are above the least that lets them be held. */
async function commonest(runs: readonly string[], most: number): Promise<ReadonlyMap<string, number>> {
	const words = new Map<number, number>();
	for await (const [, count] of merged(runs)) words.set(count, (words.get(count) ?? 0) + 1);
	let least = Infinity;
	let held = 0;
	for (const [count, number] of [...words].sort(([a], [b]) => b - a)) {
		if ((held += number) > most) break;
		least = count;
	}
	const kept = new Map<string, number>();
	for await (const [word, count] of merged(runs)) if (count >= least) kept.set(word, count);
	return kept;
}

/** Words of sorted runs in order, their counts added up. */
async function* merged(runs: readonly string[]): AsyncGenerator<readonly [string, number]> {
	const lines = runs.map((run) =>
		createInterface({input: createReadStream(run), crlfDelay: Infinity})[Symbol.asyncIterator](),
	);
	const heads = await Promise.all(lines.map(async (run) => pairOf(await run.next())));
	for (;;) {
		let word: string | undefined;
		for (const head of heads) if (head && (word === undefined || head[0] < word)) [word] = head;
		if (word === undefined) return;
		let total = 0;
		for (const [index, head] of heads.entries()) {
			if (head?.[0] !== word) continue;
			total += head[1];
			const run = lines[index];
			if (run) heads[index] = pairOf(await run.next());
		}
		yield [word, total];
	}
}

function pairOf(line: IteratorResult<string, unknown>): readonly [string, number] | undefined {
	if (line.done === true) return undefined;
	const parsed: unknown = JSON.parse(line.value);
	const pair: readonly unknown[] = Array.isArray(parsed) ? parsed : [];
	const [word, count] = pair;
	return typeof word === 'string' && typeof count === 'number' ? [word, count] : undefined;
}
