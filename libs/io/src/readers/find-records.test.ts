import test from 'ava';
import fc from 'fast-check';
import {findRecords, type Records} from './find-records.ts';
import {lineFraming} from './line-framing.ts';
import {longHash} from './long-record.ts';

const line = fc.stringMatching(/^[a-z ]{0,30}$/);
function find(text: string, most = 1000): Records & {readonly bytes: Buffer} {
	const bytes = Buffer.from(text);
	return {...findRecords(bytes, lineFraming.borders(bytes, 0, bytes.length, true), lineFraming, most), bytes};
}
const hex = ({hashes}: Records, index: number): string =>
	Buffer.from(hashes).toString('hex', index * 16, index * 16 + 16);

test('records are the lines that are not blank, without their line ends', (t) => {
	fc.assert(
		fc.property(fc.array(line), fc.constantFrom('\n', '\r\n'), (lines, end) => {
			const {starts, ends, nexts, hashes, bytes} = find(lines.map((one) => one + end).join(''));
			const kept = lines.filter((one) => one.trim() !== '');
			t.deepEqual(
				Array.from(starts, (start, index) => bytes.toString('utf8', start, ends[index])),
				kept,
			);
			t.true(nexts.every((next, index) => next - (ends[index] ?? 0) === end.length));
			t.is(hashes.length, kept.length * 16);
		}),
	);
});

test('a record has one hash, whatever lies around it and however its line ends', (t) => {
	fc.assert(
		fc.property(line, line, (a, b) => {
			fc.pre(a.trim() !== '' && b.trim() !== '');
			const plain = find(`${a}\n${b}\n`);
			t.is(hex(plain, 0) === hex(plain, 1), a === b);
			for (const text of [`${a}\r\n${b}`, `\n${a}\n \n${b}\n\n`, `${a}\n${b}`])
				t.deepEqual(find(text).hashes, plain.hashes);
		}),
	);
});

test('a record that is too long is hashed as such', (t) => {
	const found = find(`a\n${'b'.repeat(30)}\nc\n`, 29);
	t.is(hex(found, 1), Buffer.from(longHash(Buffer.from('b'.repeat(30)))).toString('hex'));
	t.is(hex(found, 2), hex(find('c\n'), 0));
});
