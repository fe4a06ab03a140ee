import {readFile, writeFile} from 'node:fs/promises';
import {
	breaksRule,
	encodeUtf8,
	recordBatch,
	vector,
	type AnyRow,
	type AnyStep,
	type BatchContext,
} from '@millrace/core';
import {sentenceCounts, wordBorders, type BytesBatch, type WordBorders} from '@millrace/kernels';
import {
	c4,
	c4Paragraphs,
	fineweb,
	finewebOf,
	gopher,
	gopherOf,
	gopherRepetition,
	gopherStopWords,
	repetitionOf,
} from '@millrace/stages';
import {z} from 'zod';

// What the quality filters say of documents, for Python to compare: `node quality-for-python.ts <request> <answer>`.
// With `words`, those are what is counted; without, Millrace's own.
const [, , from = '', to = ''] = process.argv;
const request = z.object({
	texts: z.array(z.string()),
	words: z.array(z.array(z.string())).optional(),
});
const {texts, words: given} = request.parse(JSON.parse(await readFile(from, 'utf8')));
const batch = encodeUtf8(texts);
const words = given ? bordersOf(texts, batch, given) : wordBorders(batch);

/** The borders of words that are given as texts, in the order in which they stand in each document. */
function bordersOf(
	all: readonly string[],
	{offsets}: BytesBatch,
	list: readonly (readonly string[])[],
): WordBorders {
	const borders: number[] = [];
	const rows = [0];
	for (const [row, text] of all.entries()) {
		let [unit, byte] = [0, offsets[row] ?? 0];
		for (const word of list[row] ?? []) {
			const at = text.indexOf(word, unit);
			if (at < 0) throw new Error(`document ${row}: expected the word ${word} in it, found none.`);
			const start = byte + Buffer.byteLength(text.slice(unit, at));
			byte = start + Buffer.byteLength(word);
			unit = at + word.length;
			borders.push(start, byte);
		}
		rows.push(borders.length / 2);
	}
	return {borders: Int32Array.from(borders), rows: Int32Array.from(rows)};
}

/** The first rule that a row breaks. */
const reasonOf = ({rules = []}: AnyStep, row: AnyRow): string | null =>
	rules.find((rule) => breaksRule(rule, rule.score(row)))?.reason ?? null;

const context: BatchContext = {
	id: () => '',
	random: () => {
		throw new Error('a quality filter asked for a random choice.');
	},
};

/** What a stage with rules of its own makes of each text, and why it drops it. */
async function ruled({body}: AnyStep): Promise<{readonly reason: string | null; readonly row: AnyRow}[]> {
	if (body.kind !== 'stage') throw new Error('expected a stage, found a barrier.');
	const vectors = new Map([['text', vector({kind: 'utf8'}, texts)]]);
	const output = await body.run(recordBatch(texts.length, vectors, new Map([['text', 'text']])), context);
	const results = texts.map((): {reason: string | null; row: AnyRow} => ({reason: null, row: {}}));
	for (const {row, reason, adds = {}} of output.drops ?? []) results[row] = {reason, row: adds};
	for (let index = 0; index < output.length; index++) {
		const row = Object.fromEntries(
			Object.entries(output.columns).map(([name, column]) => [name, column[index]]),
		);
		results[output.source?.[index] ?? index] = {reason: null, row};
	}
	return results;
}

const gopherFigures = gopherOf(batch, {words, stopWords: gopherStopWords});
const repetition = repetitionOf(batch, {words});
const finewebFigures = finewebOf(batch, {words});
const cleaned = await ruled(c4());
const lengths = await ruled(c4Paragraphs());
await writeFile(
	to,
	JSON.stringify({
		words: texts.map((_, row) => {
			const own = words.borders.subarray((words.rows[row] ?? 0) * 2, (words.rows[row + 1] ?? 0) * 2);
			return Array.from({length: own.length / 2}, (_, word) =>
				Buffer.from(batch.bytes.subarray(own[word * 2], own[word * 2 + 1])).toString(),
			);
		}),
		sentences: [...sentenceCounts(batch)],
		gopher: gopherFigures.map((figures) => reasonOf(gopher(), {gopher: figures})),
		repetition: repetition.map((figures) => reasonOf(gopherRepetition(), {repetition: figures})),
		fineweb: finewebFigures.map((figures) => reasonOf(fineweb(), {fineweb: figures})),
		c4: cleaned.map(({reason}) => reason),
		c4Texts: cleaned.map(({row}) => row['text']),
		paragraphs: lengths.map(({reason}) => reason),
		figures: texts.map((_, row) => ({
			...gopherFigures[row],
			...repetition[row],
			fineweb: finewebFigures[row],
		})),
	}),
);
