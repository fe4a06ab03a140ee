import {pipeline} from 'node:stream/promises';
import {constants, createGzip, createZstdCompress} from 'node:zlib';
import {typeOf, type Schema, type Table} from '@millrace/core';
import {canonicalBatches} from './canonical-batches.ts';
import {jsonWriter} from './json-value.ts';

export type Compression = 'none' | 'gzip' | 'zstd';

/** Writes one JSON object a line, columns in order, each line ended by a line feed. */
export async function encodeJsonl(
	schema: Schema,
	tables: AsyncIterable<Table>,
	{compression}: {readonly compression: Compression},
): Promise<Uint8Array> {
	const lines = jsonLines(schema, tables);
	const bytes = Buffer.concat(await compressed(lines, compression));
	// The gzip header names the operating system that wrote it; 255 is "unknown".
	if (compression === 'gzip') bytes[9] = 255;
	return bytes;
}

async function* jsonLines(schema: Schema, tables: AsyncIterable<Table>): AsyncGenerator<Uint8Array> {
	const writers = [...schema].map(([name, type], index) => ({
		name,
		before: `${index === 0 ? '{' : ','}${JSON.stringify(name)}:`,
		write: jsonWriter(type, name),
	}));
	for await (const table of canonicalBatches(schema, tables)) {
		const columns = writers.map(({name, before, write}) => ({
			before,
			write,
			values: table.vectors.get(name)?.values ?? missing(schema, name),
		}));
		let lines = '';
		for (let row = 0; row < table.length; row++) {
			for (const {before, write, values} of columns) lines += before + write(values[row]);
			lines += '}\n';
		}
		yield Buffer.from(lines);
	}
}

const missing = (schema: Schema, name: string): never[] => {
	typeOf(schema, name);
	return [];
};

async function compressed(
	lines: AsyncIterable<Uint8Array>,
	compression: Compression,
): Promise<readonly Uint8Array[]> {
	if (compression === 'none') return Array.fromAsync(lines);
	const compressor =
		compression === 'gzip'
			? createGzip()
			: createZstdCompress({params: {[constants.ZSTD_c_checksumFlag]: 1}});
	return pipeline(lines, compressor, async (blocks: AsyncIterable<Uint8Array>) => Array.fromAsync(blocks));
}
