import test from 'ava';
import fc from 'fast-check';
import {warcBytes} from './warc-bytes.ts';
import {faultOf, faultRecord, headEnd, headField, warcFraming} from './warc-framing.ts';

const record = (text: string, type = 'resource'): Buffer => warcBytes({type, content: Buffer.from(text)});
const borders = (bytes: Buffer, last = true): readonly number[] => [
	...warcFraming.borders(bytes, 0, bytes.length, last),
];
const broken = Buffer.from(record('abc').toString().replace('Content-Length: 3', 'Content-Length: 9'));

const cases = [
	{title: 'records one after the other', parts: [record('a'), record(''), record('WARC/1.1 within')]},
	{title: 'a wrong length, up to the next record', parts: [broken, record('b')]},
	{title: 'bytes that are no record, up to the next one', parts: [Buffer.from('junk\r\n\r\n'), record('b')]},
	{title: 'a part that could not be decompressed', parts: [record('a'), faultRecord('x\ny'), record('b')]},
	{title: 'line ends between records', parts: [record('a'), Buffer.from('\r\n\r\n'), record('b')]},
	{title: 'a header without end', parts: [record('a'), Buffer.from('WARC/1.1\r\nWARC-Type: x')]},
];

for (const {title, parts} of cases) {
	test(`finds ${title}`, (t) => {
		let end = 0;
		t.deepEqual(borders(Buffer.concat(parts)), [0, ...parts.map((part) => (end += part.length))]);
	});
}

test('waits for more where a record may go on, and finds the same borders then', (t) => {
	const bytes = Buffer.concat(cases.flatMap(({parts}) => parts));
	const all = borders(bytes);
	fc.assert(
		fc.property(fc.nat(bytes.length), (length) => {
			const found = borders(bytes.subarray(0, length), false);
			return found.every((border, index) => border === all[index]) && (found.at(-1) ?? 0) <= length;
		}),
	);
	t.pass();
});

test('only pages, and what cannot be read, are records', (t) => {
	const blank = (bytes: Buffer): boolean => warcFraming.blank(bytes, 0, bytes.length);
	t.deepEqual(
		['response', 'resource', 'Conversion', 'request', 'metadata', 'revisit', 'warcinfo'].map((type) =>
			blank(record('x', type)),
		),
		[false, false, false, true, true, true, true],
	);
	t.deepEqual([Buffer.from('\r\n\r\n'), faultRecord('x'), Buffer.from('junk')].map(blank), [
		true,
		false,
		false,
	]);
});

test('a long record ends where the next one begins, wherever its bytes are cut', (t) => {
	const bytes = Buffer.concat([record('x'.repeat(100)), record('b')]);
	const end = record('x'.repeat(100)).length;
	for (let cut = 1; cut < end; cut++) {
		const find = warcFraming.longEnd?.();
		const first = find?.(bytes.subarray(0, cut));
		t.is(first, -1);
		t.is(find?.(bytes.subarray(cut)), end - cut);
	}
});

test('tells a fault from a record, and reads fields whatever their case', (t) => {
	t.is(faultOf(faultRecord('a\r\nb')), 'a b');
	t.is(faultOf(record('a')), undefined);
	const head = record('a').toString('latin1', 0, headEnd(record('a'), 0));
	t.is(headField(head, 'content-length'), '1');
	t.is(headField(head, 'x'), undefined);
});

test('a megabyte of line ends, beginnings and headers has borders', (t) => {
	for (const piece of [
		'\r\n',
		'WARC/',
		'WARC/1.1\r\nContent-Length: 99999999999\r\n\r\n',
		':',
		'\r\n\r\nWARC',
	])
		t.notThrows(() => borders(Buffer.from(piece.repeat(1_000_000 / piece.length))));
});
