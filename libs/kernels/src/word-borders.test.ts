import test from 'ava';
import fc from 'fast-check';
import {batchOf, rowsOf} from '../fixtures/arbitrary-batch.ts';
import {arbitraryText} from '../fixtures/arbitrary-text.ts';
import type {BytesBatch} from './bytes-batch.ts';
import {kernel} from './kernel.ts';
import {wordBorders} from './word-borders.ts';
import {wordBordersTwin} from './word-borders-twin.ts';
import {wordSpecials} from './word-specials.ts';

const textsOf = (texts: readonly string[]) => batchOf(texts.map((text) => Buffer.from(text)));

/** The words of each row, as texts. */
const wordsOf = (batch: BytesBatch): string[][] => {
	const {borders, rows} = wordBorders(batch);
	return rowsOf(batch).map((_, row) =>
		cut(batch.bytes, borders.subarray((rows[row] ?? 0) * 2, (rows[row + 1] ?? 0) * 2)),
	);
};
const twinOf = (batch: BytesBatch): string[][] => rowsOf(batch).map((row) => cut(row, wordBordersTwin(row)));
// AVA's own comparison takes seconds over words this many.
const agrees = (batch: BytesBatch): boolean => {
	const twins = rowsOf(batch).map((row, index) =>
		wordBordersTwin(row).map((at) => at + (batch.offsets[index] ?? 0)),
	);
	const {borders} = wordBorders(batch);
	return Buffer.from(borders.buffer).equals(Buffer.concat(twins.map(({buffer}) => Buffer.from(buffer))));
};
const cut = (bytes: Uint8Array, borders: Int32Array): string[] =>
	Array.from({length: borders.length / 2}, (_, word) =>
		Buffer.from(bytes.subarray(borders[word * 2], borders[word * 2 + 1])).toString(),
	);

for (const [text, words] of [
	['', ''],
	[' \n\t\u00a0\u3000', ''],
	["Don't stop, it's 5km to Dr. Who!", "Do|n't|stop|,|it|'s|5|km|to|Dr.|Who|!"],
	['well-known e.g. (i.e., U.S.A.)', 'well|-|known|e.g.|(|i.e.|,|U.S.A.|)'],
	['see https://example.com/a-b?c=d#e or me@site.org.', 'see|https://example.com/a-b?c=d#e|or|me@site.org|.'],
	['US$5 5% 10US$ +5 5+ x=y a<b end.Start', 'US$|5|5|%|10|US$|+5|5|+|x|=|y|a|<|b|end|.|Start'],
	['smile:) ... wait.... 1-2 3--a x--a', 'smile|:)|...|wait|....|1|-|2|3|-|-a|x|--|a'],
	['«Это», сказал он. 日本語のテキスト。', '«|Это|»|,|сказал|он|.|日本語のテキスト|。'],
	['192.168.0.1/a-b 8.8.8.8/a-b', '192.168.0.1|/|a|-|b|8.8.8.8/a-b'],
] as const) {
	test(`cuts ${JSON.stringify(text)} as spaCy does`, (t) => {
		const batch = textsOf([text]);
		t.is(wordsOf(batch)[0]?.join('|'), words);
		t.deepEqual(twinOf(batch), wordsOf(batch));
	});
}

test('agrees with its twin on random and hostile text of many scripts', (t) => {
	fc.assert(
		fc.property(fc.array(arbitraryText(), {maxLength: 5}), fc.nat(3), (texts, before) => {
			const rows = texts.map((text) => Buffer.from(text));
			const batch = batchOf(rows, Buffer.concat([Buffer.alloc(before), ...rows]), before);
			t.deepEqual(wordsOf(batch), twinOf(batch));
		}),
		{numRuns: 300},
	);
});

test('agrees with its twin on every text with a rule of its own, alone and among others', (t) => {
	const texts = [...wordSpecials().keys()];
	t.true(agrees(textsOf(texts.flatMap((text) => [text, `(${text}`, `7${text}.`, `a${text}`, `-${text}`]))));
});

test('agrees with its twin on rows at, around and beyond the window', (t) => {
	const {input} = kernel();
	const long = 'Some words, and more (of them). '.repeat(9_000);
	const batch = textsOf([
		long.slice(0, input.length),
		'x',
		long.slice(0, input.length + 1),
		`${'y'.repeat(input.length)}-z ${long}`,
		'',
		'é'.repeat(input.length),
	]);
	t.true(agrees(batch));
});

for (const piece of ['(', '.', ':)', 'a.', "'", '@a.b', '-', 'a-', '…', '1+', '🙂', '/'])
	test(`takes 30,000 times ${piece}`, (t) => {
		const batch = textsOf([piece.repeat(30_000)]);
		t.true(agrees(batch));
	});

test('keeps the words of bytes that are no text within their row', (t) => {
	fc.assert(
		fc.property(fc.array(fc.uint8Array({maxLength: 40}), {maxLength: 5}), (contents) => {
			const batch = batchOf(contents);
			const {borders, rows} = wordBorders(batch);
			for (let row = 0; row < contents.length; row++) {
				const of = borders.subarray((rows[row] ?? 0) * 2, (rows[row + 1] ?? 0) * 2);
				t.true(of.every((at) => at >= (batch.offsets[row] ?? 0) && at <= (batch.offsets[row + 1] ?? 0)));
			}
		}),
	);
});
