import test from 'ava';
import fc from 'fast-check';
import {int32, list, nullable, utf8} from './column.ts';
import {decodeUtf8, encodeUtf8} from './utf8.ts';
import {gatherVector, sliceVector, textVector, vector, type Vector} from './vector.ts';

const {type: textType} = nullable(utf8);
const texts = fc.array(fc.option(fc.string({unit: 'binary'})));
const range = texts.chain((strings) =>
	fc.tuple(fc.constant(strings), fc.nat(strings.length), fc.nat(strings.length)),
);
const picked = texts.chain((strings) =>
	fc.tuple(
		fc.constant(strings),
		strings.length === 0 ? fc.constant<number[]>([]) : fc.array(fc.nat(strings.length - 1)),
	),
);

/** A text vector made from each of its views. */
const bothViews = (strings: readonly (string | null)[]): readonly Vector[] => [
	textVector(textType, {strings}),
	textVector(textType, {utf8: encodeUtf8(strings)}),
];

/** The rows of a vector as each view has them. */
function rowsOf({values, utf8: view, length}: Vector): readonly (readonly unknown[])[] {
	const rows = Array.from(values);
	return [rows, view ? decodeUtf8(view) : rows, Array.from({length}, (_, row) => rows[row])];
}

test('both views of a text vector hold the same rows', (t) => {
	fc.assert(
		fc.property(texts, (strings) => {
			for (const made of bothViews(strings)) t.deepEqual(rowsOf(made), [strings, strings, strings]);
		}),
	);
});

test('a view is made once, when first asked for', (t) => {
	const [fromStrings, fromBytes] = bothViews(['a', null]);
	t.is(fromStrings?.undecoded, false);
	t.is(fromBytes?.undecoded, true);
	t.is(fromBytes?.length, 2);
	t.is(fromBytes?.undecoded, true);
	t.is(fromBytes?.values, fromBytes?.values);
	t.is(fromBytes?.undecoded, false);
	t.is(fromStrings?.utf8, fromStrings?.utf8);
});

test('a slice is that of a plain array, in the view that the vector has', (t) => {
	fc.assert(
		fc.property(range, ([strings, one, other]) => {
			const [start, end] = [Math.min(one, other), Math.max(one, other)];
			const rows = strings.slice(start, end);
			for (const made of bothViews(strings)) {
				const slice = sliceVector(made, start, end);
				t.is(slice.undecoded, made.undecoded);
				t.deepEqual(rowsOf(slice), [rows, rows, rows]);
				t.deepEqual(slice.type, textType);
			}
		}),
	);
});

test('a gather is that of a plain array, in the view that the vector has', (t) => {
	fc.assert(
		fc.property(picked, ([strings, rows]) => {
			const expected = rows.map((row) => strings[row]);
			for (const made of bothViews(strings)) {
				const gathered = gatherVector(made, Int32Array.from(rows));
				t.is(gathered.undecoded, made.undecoded);
				t.deepEqual(rowsOf(gathered), [expected, expected, expected]);
			}
		}),
	);
});

test('a slice of a slice and a gather of a slice are those of the rows', (t) => {
	const strings = ['a', 'bé', null, '漢', '', 'f'];
	for (const made of bothViews(strings)) {
		const slice = sliceVector(made, 1, 5);
		t.deepEqual(rowsOf(sliceVector(slice, 1, 3))[1], [null, '漢']);
		t.deepEqual(rowsOf(gatherVector(slice, [3, 0, 1]))[1], ['', 'bé', null]);
	}
});

test('other columns hold any values, also as typed arrays, which slices and gathers leave as they were', (t) => {
	fc.assert(
		fc.property(
			fc.array(fc.integer({min: -100, max: 100}), {minLength: 1}),
			fc.array(fc.nat(50)),
			(numbers, picks) => {
				const rows = picks.map((pick) => pick % numbers.length);
				for (const values of [numbers, Int32Array.from(numbers)]) {
					const made = vector(int32.type, values);
					t.is(made.values, values);
					t.is(made.utf8, undefined);
					t.deepEqual(
						Array.from(gatherVector(made, rows).values),
						rows.map((row) => numbers[row]),
					);
					t.deepEqual(Array.from(sliceVector(made, 1, numbers.length).values), numbers.slice(1));
					t.deepEqual(Array.from(values), numbers);
				}
			},
		),
	);
	const nested = vector(list(utf8).type, [['a'], [], ['b', 'c']]);
	t.deepEqual(gatherVector(nested, [2, 0]).values, [['b', 'c'], ['a']]);
	t.is(nested.length, 3);
});

test('an empty vector has both views', (t) => {
	for (const made of [...bothViews([]), vector(utf8.type, [])]) {
		t.is(made.length, 0);
		t.deepEqual(rowsOf(made), [[], [], []]);
	}
});
