import test from 'ava';
import fc from 'fast-check';
import {csvFraming} from './csv-framing.ts';
import {cutRecords} from './cut-records.ts';
import {lineFraming, wholeFraming, type Framing} from './line-framing.ts';

const maxRecordBytes = 200;
const framings: Readonly<Record<string, Framing>> = {
	lines: lineFraming,
	csv: csvFraming({delimiter: 0x2c, quote: 0x22}, maxRecordBytes, false),
	header: csvFraming({delimiter: 0x2c, quote: 0x22}, maxRecordBytes, true),
	whole: wholeFraming,
};

const part = fc.oneof(
	fc.constantFrom(
		'"',
		',',
		'\n',
		'\r\n',
		'a',
		'""',
		'a,b\n',
		'"a"',
		',"',
		'",',
		'\n"',
		'\ufeff',
		' ',
		'\n\n',
	),
	fc.integer({min: 150, max: 260}).map((length) => 'x'.repeat(length)),
	fc.string({maxLength: 20}),
);

for (const [name, framing] of Object.entries(framings)) {
	test(`${name}: pieces do not depend on the blocks in which bytes arrive`, async (t) => {
		await fc.assert(
			fc.asyncProperty(
				fc.array(part, {maxLength: 120}),
				fc.array(fc.integer({min: 1, max: 90}), {minLength: 1, maxLength: 20}),
				async (parts, sizes) => {
					const bytes = Buffer.from(parts.join(''));
					const whole = await pieces(framing, [bytes]);
					t.deepEqual(await pieces(framing, split(bytes, sizes)), whole);
					t.deepEqual(await pieces(framing, split(bytes, [1])), whole);
				},
			),
			{numRuns: 150},
		);
	});
}

test('a border that an edit removes comes back with the next records', async (t) => {
	const lines = Array.from({length: 3000}, (_, index) => `line ${index}\n`);
	const hashes = async (some: readonly string[]) =>
		(await pieces(lineFraming, [Buffer.from(some.join(''))])).map((piece) =>
			JSON.stringify(piece).replace(/^.*"hashes"/, ''),
		);
	const before = new Set(await hashes(lines));
	t.true(before.size > 20);
	for (const at of [0, 700, 1500, 2999]) {
		const changed = (await hashes(lines.with(at, 'another\n'))).filter((one) => !before.has(one));
		t.true(changed.length <= 3, `${changed.length} pieces of ${before.size} changed`);
	}
});

test('equal records are cut by size alone', async (t) => {
	const found = await pieces(lineFraming, [Buffer.from('same\n'.repeat(5000))]);
	t.true(found.length >= 12);
	t.is(
		found.reduce((sum, {records}) => sum + records, 0),
		5000,
	);
	t.true(found.every(({start, end}) => end - start <= 2048));
});

async function pieces(framing: Framing, blocks: readonly Uint8Array[]) {
	const found: {start: number; end: number; records: number; hashes: string; bytes: string | undefined}[] =
		[];
	try {
		for await (const {bytes, hashes, start, end, records} of cutRecords(from(blocks), {
			framing,
			maxRecordBytes,
			pieceBytes: 1024,
		})) {
			found.push({
				start,
				end,
				records,
				hashes: Buffer.from(hashes).toString('hex'),
				bytes: bytes && Buffer.from(bytes).toString('latin1'),
			});
		}
	} catch (error) {
		// The header may be too long; then it must be so however the bytes arrive.
		return [{start: -1, end: -1, records: -1, hashes: String(error), bytes: undefined}];
	}
	return found;
}

async function* from(blocks: readonly Uint8Array[]): AsyncGenerator<Uint8Array> {
	for (const block of blocks) yield await Promise.resolve(block);
}

function split(bytes: Buffer, sizes: readonly number[]): readonly Buffer[] {
	const blocks: Buffer[] = [];
	for (let at = 0, index = 0; at < bytes.length; index++) {
		const size = sizes[index % sizes.length] ?? 1;
		blocks.push(bytes.subarray(at, at + size));
		at += size;
	}
	return blocks;
}
