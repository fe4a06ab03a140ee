import {Readable} from 'node:stream';
import test from 'ava';
import {int32, utf8, type Schema} from '@millrace/core';
import {z} from 'zod';
import {shardOptions, shardWriter} from './shard-writer.ts';

/** A format that writes the names of its columns. */
const names = (schema: Schema): Uint8Array => Buffer.from([...schema.keys()].join());
const make = (given: {readonly split?: string; readonly shardBytes?: number; readonly level?: number}) =>
	shardWriter(
		{
			name: 'toNames',
			module: import.meta.url,
			shape: {...shardOptions, level: z.int().default(3)},
			extension: ({level}) => `.${level}.names`,
			encode: (schema) => Promise.resolve(names(schema)),
			verify: async (bytes, schema) => {
				if (!names(schema).every((byte, index) => byte === bytes[index])) throw new Error('other names');
				await Promise.resolve();
			},
		},
		given,
	);

test('the split column is needed, and not written', async (t) => {
	const writer = make({split: 'part'});
	t.deepEqual(writer.needs, {part: utf8});
	t.is(writer.split, 'part');
	const columns = {text: utf8, part: utf8, n: int32};
	const bytes = await writer.encode(columns, Readable.from([]));
	t.is(Buffer.from(bytes).toString(), 'text,n');
	await t.notThrowsAsync(writer.verify(bytes, columns, Readable.from([])));
	await t.throwsAsync(make({}).verify(bytes, columns, Readable.from([])), {message: 'other names'});
});

test('without a split all columns are written, and options have defaults', async (t) => {
	const writer = make({level: 7});
	t.false('split' in writer);
	t.deepEqual(writer.needs, {});
	t.is(writer.extension, '.7.names');
	t.like(writer.options, {level: 7, shardBytes: writer.shardBytes});
	t.is(make({shardBytes: 2048}).shardBytes, 2048);
	const bytes = await writer.encode({part: utf8}, Readable.from([]));
	t.is(Buffer.from(bytes).toString(), 'part');
});

test('nothing to write, or an option out of bounds, is an error', async (t) => {
	await t.throwsAsync(make({split: 'part'}).encode({part: utf8}, Readable.from([])), {
		code: 'usage',
		message: /found only part, which names the split/,
	});
	t.throws(() => make({shardBytes: 10}), {code: 'usage', message: /toNames.*shardBytes/s});
	t.throws(() => make({split: ''}), {code: 'usage', message: /split/});
});
