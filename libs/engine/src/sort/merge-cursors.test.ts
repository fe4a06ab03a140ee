import test from 'ava';
import fc from 'fast-check';
import {mergeCursors} from './merge-cursors.ts';
import {RunCursor} from './run-cursor.ts';

/** Records as a run holds them, each after its length, cut into blocks of some bytes. */
function* blocks(records: readonly Uint8Array[], size: number): Generator<Uint8Array> {
	const whole = Buffer.concat(records.flatMap((record) => [Uint8Array.of(record.length), record]));
	for (let at = 0; at < whole.length; at += size) yield whole.subarray(at, at + size);
}

/** A cursor that tells when its run was closed. */
function cursorOf(records: readonly Uint8Array[], size: number, closed: () => void): RunCursor {
	const run = async function* (): AsyncGenerator<Uint8Array> {
		try {
			for (const block of blocks(records, size)) yield await Promise.resolve(block);
		} finally {
			closed();
		}
	};
	return new RunCursor(run());
}

const record = fc.uint8Array({maxLength: 9, max: 2});
const ascending = (records: readonly Uint8Array[]): Uint8Array[] =>
	[...records].sort((a, b) => Buffer.compare(a, b));

test('runs are merged to one ascending sequence, equal records as often as they occur, wherever blocks are cut', async (t) => {
	await fc.assert(
		fc.asyncProperty(
			fc.array(fc.array(record, {maxLength: 20}), {maxLength: 6}),
			fc.integer({min: 1, max: 12}),
			async (runs, size) => {
				const merged: string[] = [];
				const cursors = runs.map((records) => cursorOf(ascending(records), size, () => undefined));
				for await (const chunk of mergeCursors(cursors))
					for (const bytes of chunk) merged.push(Buffer.from(bytes).toString('hex'));
				t.deepEqual(
					merged,
					ascending(runs.flat()).map((bytes) => Buffer.from(bytes).toString('hex')),
				);
			},
		),
	);
});

test('every run is closed, also where the reader stops early', async (t) => {
	let closed = 0;
	const cursors = [1, 2, 3].map((first) =>
		cursorOf(
			Array.from({length: 2000}, () => Uint8Array.of(first)),
			100,
			() => closed++,
		),
	);
	for await (const chunk of mergeCursors(cursors)) {
		t.is(chunk.length, 512);
		break;
	}
	t.is(closed, 3);
});

test('a run that ends within a record is an error', async (t) => {
	const cut = async function* (): AsyncGenerator<Uint8Array> {
		yield await Promise.resolve(Uint8Array.of(5, 1, 2));
	};
	await t.throwsAsync(
		async () => {
			for await (const _ of mergeCursors([new RunCursor(cut())])) t.fail();
		},
		{code: 'corrupt', message: /ends within a record/},
	);
});
