import {Readable} from 'node:stream';
import test from 'ava';
import fc from 'fast-check';
import {csvFraming} from './csv-framing.ts';
import {firstRecord, sampleRecords} from './sample-records.ts';

const framing = csvFraming({delimiter: 0x2c, quote: 0x22}, 50, true);
const split = (text: string, size: number): Readable => {
	const bytes = Buffer.from(text);
	return Readable.from(
		Array.from({length: Math.ceil(bytes.length / size)}, (_, index) =>
			bytes.subarray(index * size, (index + 1) * size),
		),
	);
};
const record = fc.stringMatching(/^[a-z]{1,20}$/);

async function sample(blocks: Readable, count: number, most = 50): Promise<readonly (string | undefined)[]> {
	const {bytes, header, starts, ends} = await sampleRecords(blocks, framing, most, count);
	const records = starts.map((start, index) => bytes.toString('utf8', start, ends[index]));
	return [header && Buffer.from(header).toString(), ...records];
}

test('the header and the first records are found, whatever blocks they come in', async (t) => {
	await fc.assert(
		fc.asyncProperty(
			fc.array(record, {minLength: 1, maxLength: 12}),
			fc.nat(14),
			fc.integer({min: 1, max: 30}),
			fc.constantFrom('\n', '\r\n'),
			async (records, count, size, end) => {
				const text = `\ufeff${records.join(end)}`;
				t.deepEqual(await sample(split(text, size), count, 1000), records.slice(0, count + 1));
				const first = await firstRecord(split(text, size), framing, 50);
				t.is<string | undefined, string | undefined>(
					Buffer.from(first ?? [])
						.toString()
						.trim(),
					records[0],
				);
			},
		),
	);
});

test('records that are too long are left out', async (t) => {
	const text = `head\n${'x'.repeat(51)}\nshort\n`;
	t.deepEqual(await sample(split(text, 1000), 5), ['head', 'short']);
	t.is(await firstRecord(split('x'.repeat(200), 10), framing, 50), undefined);
});

test('an empty file has none, and UTF-16 is refused', async (t) => {
	t.deepEqual(await sample(split('', 1), 5), [undefined]);
	t.is(await firstRecord(split('', 1), framing, 50), undefined);
	await t.throwsAsync(sample(Readable.from([Buffer.from('\ufeffwide', 'utf16le')]), 5), {
		code: 'schema',
		message: /found UTF-16; convert the file/,
	});
});
