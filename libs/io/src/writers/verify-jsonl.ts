import {gunzipSync, zstdDecompressSync} from 'node:zlib';
import type {ColumnType, Schema, Table} from '@millrace/core';
import type {Compression} from './encode-jsonl.ts';
import {sameJson} from './same-json.ts';
import {unequal, verifying} from './unequal.ts';

/** Parses a JSON Lines shard line by line with JSON.parse and compares every value with the rows. */
export async function verifyJsonl(
	bytes: Uint8Array,
	schema: Schema,
	tables: AsyncIterable<Table>,
	{compression}: {readonly compression: Compression},
): Promise<void> {
	await verifying('JSON Lines', async () => {
		const text = decompressed(bytes, compression);
		const exact = [...schema.values()].some(holdsInt64);
		let at = 0;
		let row = 0;
		for await (const table of tables) {
			const columns = [...schema].map(([name, type]) => ({
				name,
				same: sameJson(type),
				values: table.vectors.get(name)?.values ?? [],
			}));
			for (let index = 0; index < table.length; index++, row++) {
				const end = text.indexOf(10, at);
				if (end === -1) throw unequal('JSON Lines', `it ends after ${row} rows`);
				const found = parseLine(text.toString('utf8', at, end), exact);
				at = end + 1;
				if (Object.keys(found).length !== schema.size)
					throw unequal('JSON Lines', `row ${row} has other columns`);
				for (const {name, same, values} of columns) {
					if (!same(Reflect.get(found, name), values[index]))
						throw unequal('JSON Lines', `column ${name} differs in row ${row}`);
				}
			}
		}
		if (at !== text.length) throw unequal('JSON Lines', `it goes on after ${row} rows`);
	});
}

function decompressed(bytes: Uint8Array, compression: Compression): Buffer {
	if (compression === 'none') return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	return compression === 'gzip' ? gunzip(bytes) : unzstd(bytes);
}

/** The header that Node writes but for the operating system: deflate, no name, no time. */
const gzipHeader = Buffer.from('1f8b080000000000', 'hex');

function gunzip(bytes: Uint8Array): Buffer {
	if (gzipHeader.compare(bytes, 0, gzipHeader.length) !== 0 || bytes[8] !== 0 || bytes[9] !== 255)
		throw unequal('JSON Lines', 'its gzip header is another');
	return gunzipSync(bytes);
}

/** Node stops at the end of the first frame and says nothing of what follows. */
function unzstd(bytes: Uint8Array): Buffer {
	const descriptor = bytes[4] ?? 0;
	// A checksum, and the two bits that no decoder reads clear (RFC 8878, section 3.1.1.1.1).
	if ((descriptor & 0b11100) !== 0b100) throw unequal('JSON Lines', 'its Zstandard header is another');
	const found: unknown = zstdDecompressSync(bytes, {info: true});
	if (!isInfo(found) || found.engine.bytesWritten !== bytes.length)
		throw unequal('JSON Lines', 'bytes follow its Zstandard frame');
	return found.buffer;
}

/** What Node gives where `info` is asked for, which its types do not say. */
function isInfo(
	found: unknown,
): found is {readonly buffer: Buffer; readonly engine: {readonly bytesWritten: number}} {
	return (
		typeof found === 'object' &&
		found !== null &&
		'buffer' in found &&
		Buffer.isBuffer(found.buffer) &&
		'engine' in found
	);
}

const holdsInt64 = (type: ColumnType): boolean =>
	type.kind === 'int64' ||
	(type.kind === 'list'
		? holdsInt64(type.of)
		: type.kind === 'struct' && Object.values(type.fields).some(holdsInt64));

function parseLine(line: string, exact: boolean): object {
	const found: unknown = exact && /\d{16}/.test(line) ? JSON.parse(line, wholeNumbers) : JSON.parse(line);
	if (typeof found !== 'object' || found === null || Array.isArray(found))
		throw unequal('JSON Lines', 'a line holds no object');
	return found;
}

/** Keeps the digits of whole numbers that a double would round. */
function wholeNumbers(_key: string, value: unknown, ...[context]: {readonly source?: string}[]): unknown {
	const source = context?.source;
	return typeof value === 'number' &&
		!Number.isSafeInteger(value) &&
		source !== undefined &&
		/^-?\d+$/.test(source)
		? BigInt(source)
		: value;
}
