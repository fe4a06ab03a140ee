import {MillraceError} from '@millrace/core';
import {fill, withFile} from './read-blocks.ts';
import {readThrift, type ThriftStruct, type ThriftValue} from './read-thrift.ts';

const mostFooter = 1 << 28;

/** A run of rows in a Parquet file. */
export interface RowGroup {
	readonly rows: number;
	/** Size of its columns, decompressed. */
	readonly bytes: number;
}

/**
 * Reads the footer of a Parquet file and checks that all it speaks of lies within the file. Throws a MillraceError
 * `corrupt` where not. Source: the Parquet format, parquet.thrift.
 */
export async function parquetFooter(path: string): Promise<readonly RowGroup[]> {
	return await withFile(path, async (file) => {
		const {size} = await file.stat();
		const tail = await fill(file, Math.max(0, size - 8), Math.min(size, 8));
		const head = await fill(file, 0, Math.min(size, 4));
		const kind = tail.toString('latin1', 4);
		if (kind === 'PARE')
			throw new MillraceError('usage', 'expected a Parquet file, found an encrypted one; decrypt it first.');
		if (size < 12 || head.toString('latin1') !== 'PAR1' || kind !== 'PAR1')
			throw corrupt('no Parquet file, or the beginning of one: it must begin and end with PAR1');
		const length = tail.readUInt32LE();
		if (length > size - 12 || length > mostFooter)
			throw corrupt(`a footer of ${length} bytes in a file of ${size}`);
		return rowGroups(parse(await fill(file, size - 8 - length, length)), size - 8 - length);
	});
}

function parse(bytes: Buffer): ThriftStruct {
	try {
		return readThrift(bytes);
	} catch (error) {
		throw corrupt('a footer that cannot be read', error);
	}
}

function rowGroups(footer: ThriftStruct, end: number): readonly RowGroup[] {
	const groups = list(footer.get(4)).filter(isStruct);
	const faults = groups.flatMap((group, index) =>
		(number(group.get(3)) === 0 ? [] : list(group.get(1)))
			.filter(isStruct)
			.flatMap((chunk) => chunkFault(chunk, end).map((fault) => `row group ${index}, ${fault}`)),
	);
	if (faults.length > 0)
		throw corrupt(
			`${faults.slice(0, 5).join('; ')}${faults.length > 5 ? ` and ${faults.length - 5} more` : ''}`,
		);
	return groups.map((group) => ({rows: number(group.get(3)), bytes: number(group.get(2))}));
}

/** What is wrong with where a column chunk lies. */
function chunkFault(chunk: ThriftStruct, end: number): readonly string[] {
	const meta = chunk.get(3);
	if (!isStruct(meta)) return ['a column without metadata'];
	const name = list(meta.get(3))
		.map((part) => (part instanceof Uint8Array ? Buffer.from(part).toString('utf8') : '?'))
		.join('.');
	const dictionary = meta.get(11);
	const data = number(meta.get(9));
	const start =
		dictionary === undefined || number(dictionary) <= 0 ? data : Math.min(data, number(dictionary));
	const stop = start + number(meta.get(7));
	const inside = start >= 4 && stop >= start && stop <= end;
	return inside
		? []
		: [`column ${name}: bytes ${start} to ${stop}, where the columns lie between 4 and ${end}`];
}

const list = (value: ThriftValue | undefined): readonly ThriftValue[] => (isList(value) ? value : []);
const isList = (value: ThriftValue | undefined): value is readonly ThriftValue[] => Array.isArray(value);
const number = (value: ThriftValue | undefined): number => (typeof value === 'bigint' ? Number(value) : -1);
const isStruct = (value: ThriftValue | undefined): value is ThriftStruct => value instanceof Map;
const corrupt = (found: string, cause?: unknown): MillraceError =>
	new MillraceError('corrupt', `expected a whole Parquet file, found ${found}; fetch or write it again.`, {
		cause,
	});
