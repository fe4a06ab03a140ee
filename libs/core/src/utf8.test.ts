import test from 'ava';
import fc from 'fast-check';
import {decodeUtf8, encodeUtf8, gatherUtf8} from './utf8.ts';

const text = fc.oneof(
	fc.string({unit: 'binary'}),
	fc.constantFrom('', '\0', '\ufeffbom', 'é', '漢字', '😀👩‍👩‍👧', '\u{10ffff}'),
);
const texts = fc.array(fc.option(text));

test('decodes what it encoded: nulls, empty texts, astral characters and all', (t) => {
	fc.assert(
		fc.property(texts, (strings) => {
			const encoded = encodeUtf8(strings);
			t.deepEqual(decodeUtf8(encoded), strings);
			t.is('valid' in encoded, strings.includes(null));
			t.is(encoded.offsets[0], 0);
			t.is(encoded.offsets[strings.length], encoded.bytes.length);
		}),
	);
});

test('the bytes are those of the standard encoder, one text after the other', (t) => {
	fc.assert(
		fc.property(texts, (strings) => {
			const {bytes, offsets, valid} = encodeUtf8(strings);
			for (const [row, string] of strings.entries()) {
				t.deepEqual(bytes.slice(offsets[row], offsets[row + 1]), new TextEncoder().encode(string ?? ''));
				t.is(valid?.[row] ?? 1, string === null ? 0 : 1);
			}
		}),
	);
});

test('anything but a string is null', (t) => {
	t.deepEqual(decodeUtf8(encodeUtf8(['a', undefined, 1, {}, null, 'b'])), ['a', null, null, null, null, 'b']);
});

test('a lone surrogate becomes the replacement character', (t) => {
	t.deepEqual(decodeUtf8(encodeUtf8(['a\ud800b'])), ['a\ufffdb']);
});

test('encodes more than it has room for, up to the last byte', (t) => {
	const long = '漢'.repeat(50_000);
	const longer = 'x'.repeat(9 << 20);
	// The first fills the room that is made for it, so that nothing is left for those after it.
	for (const strings of [
		[long, '', 'é', null, ''],
		[longer, '漢'],
		['', longer, '', long],
	])
		t.deepEqual(decodeUtf8(encodeUtf8(strings)), strings);
});

test('a later encoding leaves an earlier one as it was', (t) => {
	const first = encodeUtf8(['first', 'é']);
	encodeUtf8(['other text'.repeat(20_000), 'x'.repeat(30 << 20)]);
	encodeUtf8(['again']);
	t.deepEqual(decodeUtf8(first), ['first', 'é']);
	t.is(first.bytes.byteLength, first.bytes.buffer.byteLength);
});

test('gather gives the rows asked for, in their order, some of them twice', (t) => {
	const asked = texts
		.filter((strings) => strings.length > 0)
		.chain((strings) => fc.tuple(fc.constant(strings), fc.array(fc.nat(strings.length - 1))));
	fc.assert(
		fc.property(asked, ([strings, rows]) => {
			const gathered = gatherUtf8(encodeUtf8(strings), rows);
			t.deepEqual(
				decodeUtf8(gathered),
				rows.map((row) => strings[row]),
			);
			t.is(gathered.offsets[0], 0);
			t.is(gathered.offsets[rows.length], gathered.bytes.length);
		}),
	);
});

test('decodes and gathers a part of a longer run, whose offsets do not begin at 0', (t) => {
	const {bytes, offsets} = encodeUtf8(['a', 'bé', '漢', 'd']);
	const part = {bytes, offsets: offsets.subarray(1, 4)};
	t.deepEqual(decodeUtf8(part), ['bé', '漢']);
	t.deepEqual(decodeUtf8(gatherUtf8(part, [1, 0, 1])), ['漢', 'bé', '漢']);
});
