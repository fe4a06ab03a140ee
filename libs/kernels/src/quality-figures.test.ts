import test from 'ava';
import fc from 'fast-check';
import {batchOf, rowsOf} from '../fixtures/arbitrary-batch.ts';
import {arbitraryText} from '../fixtures/arbitrary-text.ts';
import type {BytesBatch} from './bytes-batch.ts';
import {figureNames} from './figure-names.ts';
import {kernel} from './kernel.ts';
import {qualityFigures, type FigureOptions} from './quality-figures.ts';
import {qualityFiguresTwin} from './quality-figures-twin.ts';
import {wordBorders} from './word-borders.ts';
import {wordBordersTwin} from './word-borders-twin.ts';

const options = {stopWords: ['the', 'and', 'same', 'é', 'the'], repetition: true};
const textsOf = (texts: readonly string[]) => batchOf(texts.map((text) => Buffer.from(text)));
const figuresOf = (batch: BytesBatch, given: FigureOptions = options) => {
	const figures = qualityFigures(batch, given);
	return rowsOf(batch).map((_, row) =>
		Object.fromEntries(figureNames.map((name) => [name, figures[name][row]])),
	);
};
const twinOf = (batch: BytesBatch) =>
	rowsOf(batch).map((row) => qualityFiguresTwin(row, wordBordersTwin(row), options));

test('agrees with its twin on random and hostile text of many scripts', (t) => {
	fc.assert(
		fc.property(fc.array(arbitraryText(), {maxLength: 5}), fc.nat(3), (texts, before) => {
			const rows = texts.map((text) => Buffer.from(text));
			const batch = batchOf(rows, Buffer.concat([Buffer.alloc(before), ...rows]), before);
			t.deepEqual(figuresOf(batch), twinOf(batch));
		}),
		{numRuns: 400},
	);
});

test('agrees with its twin on few different words, lines and paragraphs', (t) => {
	const piece = fc.constantFrom('a', 'ab', 'b', 'abb', 'ä', '.', '\n', '\n\n', ' ');
	const text = fc.array(piece, {maxLength: 120}).map((parts) => parts.join(' ').replaceAll(' \n ', '\n'));
	fc.assert(
		fc.property(fc.array(text, {maxLength: 3}), (texts) => {
			const batch = textsOf(texts);
			t.deepEqual(figuresOf(batch), twinOf(batch));
		}),
		{numRuns: 300},
	);
});

test('agrees with its twin on rows at, around and beyond the window', (t) => {
	const {input} = kernel();
	const long = 'Some words, and more (of them).\n\nThe same, again ...\n'.repeat(6000);
	const batch = textsOf([long.slice(0, input.length), '', long.slice(0, input.length + 1), 'x\ny']);
	t.deepEqual(figuresOf(batch), twinOf(batch));
});

for (const piece of ['(', '.', '\n', '\r\n', 'a ', '…\n', '- a\n', '🙂', '\n\na'])
	test(`takes 20,000 times ${JSON.stringify(piece)}`, (t) => {
		const batch = textsOf([piece.repeat(20_000)]);
		t.deepEqual(figuresOf(batch), twinOf(batch));
	});

test('counts what the fields say', (t) => {
	const [figures] = figuresOf(textsOf(['# The cat ...\n- the cat\n- the cat\n\nA long line, the end… \n']));
	t.like(figures, {
		chars: 58,
		hashes: 1,
		ellipses: 2,
		lines: 5,
		bulletLines: 2,
		ellipsisLines: 2,
		newlines: 5,
		fullLines: 4,
		terminalLines: 1,
		shortLines: 4,
		duplicateFullLineChars: 9,
		segments: 5,
		duplicateSegments: 1,
		paragraphs: 2,
		words: 17,
		plainWords: 11,
		stopWords: 1,
		stopWordCount: 3,
		top2Chars: 10,
		longestWord: 4,
	});
});

test('takes words that are given', (t) => {
	const batch = textsOf(['ab cd', 'ef']);
	const words = {borders: Int32Array.of(0, 1, 1, 2, 3, 5), rows: Int32Array.of(0, 3, 3)};
	const {words: count, longestWord} = qualityFigures(batch, {words});
	t.deepEqual(
		[[...count], [...longestWord]],
		[
			[3, 0],
			[2, 0],
		],
	);
});

test('forgets the stop words of an earlier call', (t) => {
	const batch = textsOf(['one two two']);
	t.deepEqual([...qualityFigures(batch, {stopWords: ['two', 'one']}).stopWordCount], [3]);
	t.deepEqual([...qualityFigures(batch, {stopWords: ['one']}).stopWordCount], [1]);
	t.deepEqual([...qualityFigures(batch).stopWordCount], [0]);
});

test('refuses more stop words than it has room for', (t) => {
	const stopWords = Array.from({length: 1025}, (_, index) => `word${index}`);
	t.throws(() => qualityFigures(textsOf(['']), {stopWords}), {instanceOf: RangeError, message: /1024 words/});
});

test('stays within its memory on bytes that are no text', (t) => {
	fc.assert(
		fc.property(fc.array(fc.uint8Array({maxLength: 60}), {maxLength: 4}), (contents) => {
			const batch = batchOf(contents);
			t.notThrows(() => qualityFigures(batch, {...options, words: wordBorders(batch)}));
		}),
	);
});
