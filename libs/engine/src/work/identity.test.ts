import {hash128Batch} from '@millrace/kernels';
import {encodeUtf8} from '@millrace/core';
import test from 'ava';
import fc from 'fast-check';
import {occurrenceNumbers} from '../sources/occurrences.ts';
import {childIds, recordIds} from './identity.ts';
import {idOf} from './rows.ts';

/** The ids of a file's lines. */
function idsOf(path: string, lines: readonly string[]): readonly string[] {
	const hashes = hash128Batch(encodeUtf8(lines));
	const ids = recordIds(path, hashes, occurrenceNumbers(hashes, undefined));
	return lines.map((_, row) => idOf(ids, row));
}

const lines = fc.array(fc.oneof(fc.constantFrom('', 'a', 'b'), fc.string({maxLength: 5})), {
	minLength: 1,
	maxLength: 30,
});
const path = fc.oneof(
	fc.constantFrom('a.jsonl', 'b.jsonl', 'ü/ö.md', 'a\n"b'),
	fc.string({minLength: 1, maxLength: 4}),
);

test('no two rows of a file have the same id, equal ones neither', (t) => {
	fc.assert(
		fc.property(path, lines, (name, all) => {
			t.is(new Set(idsOf(name, all)).size, all.length);
		}),
	);
});

test('a line inserted anywhere changes the id of no other, but for equal ones that follow', (t) => {
	fc.assert(
		fc.property(path, lines, fc.string({maxLength: 5}), fc.nat(), (name, all, line, at) => {
			const place = at % (all.length + 1);
			const [before, after] = [
				idsOf(name, all),
				idsOf(name, all.toSpliced(place, 0, line)).toSpliced(place, 1),
			];
			for (const [row, id] of before.entries()) if (all[row] !== line || row < place) t.is(after[row], id);
		}),
	);
});

test('editing a row changes its id and no other', (t) => {
	fc.assert(
		fc.property(
			path,
			fc.uniqueArray(fc.string(), {minLength: 1, maxLength: 20}),
			fc.nat(),
			(name, all, at) => {
				const row = at % all.length;
				const edited = idsOf(name, all.with(row, `${all.join('')}, edited`));
				t.deepEqual(
					idsOf(name, all).map((id, index) => id === edited[index]),
					all.map((_, index) => index !== row),
				);
			},
		),
	);
});

test('one document under two paths has two ids, also where paths and content run together', (t) => {
	fc.assert(
		fc.property(path, path, lines, (one, other, all) => {
			fc.pre(one !== other);
			t.is(new Set([...idsOf(one, all), ...idsOf(other, all)]).size, all.length * 2);
		}),
	);
});

test('ids are the same on every machine', (t) => {
	t.deepEqual(idsOf('docs/a.jsonl', ['one', 'two', 'one']), [
		'9f129e4e94c35e25925fd4c84cf9c0fa',
		'7cf6992933949c45de0bfddf0b85d400',
		'55d51ff12ecf286decebdd350cc9c060',
	]);
});

test('children have ids of their parent, their number and the stage; other rows keep theirs', (t) => {
	const ids = Uint8Array.from({length: 48}, (_, index) => index);
	const made = childIds(ids, Int32Array.of(0, 0, 1, 2), Int32Array.of(0, 1, -1, 0), 'sections');
	const all = [0, 1, 2, 3].map((row) => idOf(made, row));
	t.is(all[2], idOf(ids, 1));
	t.is(new Set([...all, idOf(ids, 0), idOf(ids, 2)]).size, 6);
	const other = childIds(ids, Int32Array.of(0), Int32Array.of(0), 'paragraphs');
	t.not(idOf(other, 0), all[0] ?? '');
	const again = childIds(ids.subarray(32), Int32Array.of(0), Int32Array.of(0), 'sections');
	t.is(idOf(again, 0), all[3] ?? '', 'whatever stands before');
});
