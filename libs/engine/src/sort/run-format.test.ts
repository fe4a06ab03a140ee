import {memoryStore} from '@millrace/io';
import test from 'ava';
import fc from 'fast-check';
import {encodeRun, runBlocks, writeRun} from './run-format.ts';
import {mergeRuns} from './merge-runs.ts';

test('a run holds its header, then each record after its length', (t) => {
	const run = Buffer.from(encodeRun([Buffer.from('a'), Buffer.from('bc')]));
	t.is(run.subarray(0, 4).toString(), 'MRUN');
	t.is(run.readUInt32LE(8), 5);
	t.is(run.subarray(12).toString('hex'), '0161026263');
	t.is(encodeRun([]).length, 12);
	t.is(
		Buffer.from(encodeRun([Buffer.alloc(300)]))
			.subarray(12, 14)
			.toString('hex'),
		'ac02',
	);
});

test('records that do not ascend are refused, equal ones are kept', (t) => {
	t.throws(() => encodeRun([Buffer.from('b'), Buffer.from('a')]), {
		code: 'usage',
		message: /sort them first/,
	});
	t.throws(() => encodeRun([Buffer.from('ab'), Buffer.from('a')]), {code: 'usage'});
	t.notThrows(() => encodeRun([Buffer.from('a'), Buffer.from('a')]));
});

test('records are read back whatever the size of a block', async (t) => {
	const records = fc.array(fc.uint8Array({maxLength: 300}), {maxLength: 20});
	await fc.assert(
		fc.asyncProperty(records, fc.integer({min: 12, max: 400}), async (given, blockBytes) => {
			const store = memoryStore();
			const sorted = given.map((each) => Buffer.from(each)).sort((a, b) => a.compare(b));
			await writeRun(store, 'run', sorted);
			const found: Buffer[] = [];
			for await (const chunk of mergeRuns(store, ['run'], {prefix: 'scratch', fanIn: 1, blockBytes})) {
				found.push(...chunk.map((each) => Buffer.from(each)));
			}
			t.deepEqual(found, sorted);
		}),
		{seed: 4, numRuns: 100},
	);
});

test('a run that is cut short, changed or absent is an error that names it', async (t) => {
	const store = memoryStore();
	const run = encodeRun(Array.from({length: 50}, (_, index) => Buffer.from(`record ${100 + index}`)));
	const read = async (bytes: Uint8Array) => {
		await store.put('a/run', bytes);
		for await (const block of runBlocks(store, 'a/run', 64)) t.true(block.length <= 64);
	};
	await t.notThrowsAsync(read(run));
	for (const length of [0, 5, 12, 100, run.length - 1])
		await t.throwsAsync(read(run.subarray(0, length)), {code: 'corrupt', message: /^a\/run: /});
	for (const place of [0, 5, 9, 12, 300]) {
		await t.throwsAsync(read(run.map((byte, index) => (index === place ? byte ^ 1 : byte))), {
			code: 'corrupt',
			message: /^a\/run: /,
		});
	}
	await store.delete('a/run');
	await t.throwsAsync(runBlocks(store, 'a/run', 64).next(), {code: 'missing', message: /^a\/run: /});
});
