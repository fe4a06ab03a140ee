import test from 'ava';
import fc from 'fast-check';
import {findRecords} from './find-records.ts';
import {objectFraming} from './object-framing.ts';

/** The records of bytes, as text. */
function records(text: string, last = true): readonly string[] {
	const bytes = Buffer.from(text);
	const borders = objectFraming.borders(bytes, 0, bytes.length, last);
	const {starts, ends} = findRecords(bytes, borders, objectFraming, 1 << 20);
	return Array.from(starts, (start, index) => bytes.toString('utf8', start, ends[index]));
}

const layouts = [
	['lines', (texts: readonly string[]) => texts.join('\n')],
	[
		'lines that end with a carriage return',
		(texts: readonly string[]) => texts.map((text) => `${text}\r\n`).join(''),
	],
	['one after the other', (texts: readonly string[]) => texts.join('')],
	['a list on one line', (texts: readonly string[]) => `[${texts.join(',')}]`],
	['a list with a line each', (texts: readonly string[]) => ` [\n  ${texts.join(',\n  ')}\n]\n`],
] as const;

for (const [title, lay] of layouts) {
	test(`finds objects in ${title}`, (t) => {
		const object = fc.dictionary(fc.string({unit: 'binary'}), fc.jsonValue());
		fc.assert(
			fc.property(fc.array(object), fc.constantFrom(0, 2), (objects, indent) => {
				const texts = objects.map((one) => JSON.stringify(one, null, indent));
				t.deepEqual(records(lay(texts)), texts);
			}),
		);
	});
}

test('what is no object is a record up to where the next may begin', (t) => {
	t.deepEqual(records('[null, {"a": 1}, "text", 3]'), ['null', '{"a": 1}', '"text"', '3']);
	t.deepEqual(records('what\n{"a": 1}} x\n'), ['what', '{"a": 1}', '} x']);
});

test('a broken object takes no more than its line and the next', (t) => {
	t.deepEqual(records('{"a": "x}\n{"b": 1}\n'), ['{"a": "x}', '{"b": 1}']);
	t.deepEqual(records('{"a": [1\n{"b": 1}\n{"c": 1}\n'), ['{"a": [1\n{"b": 1}', '{"c": 1}']);
});

test('an object without its end counts only where the bytes are the last', (t) => {
	t.deepEqual(records('{"a": 1},{"b": ', false), ['{"a": 1}']);
	t.deepEqual(records('{"a": 1},{"b": ', true), ['{"a": 1}', '{"b": ']);
});

test('an empty list, blanks and nothing hold no record', (t) => {
	for (const text of ['', ' \n', '[]', '[\n]\n', ',,']) t.deepEqual(records(text), []);
});

test('whatever the bytes, records found in a run of them are found in it alone', (t) => {
	const letters = fc.constantFrom(
		'{',
		'}',
		'[',
		']',
		'"',
		'\\',
		'\n',
		',',
		':',
		' ',
		'1',
		'{"a":1}',
		'\n{"b":"',
	);
	fc.assert(
		fc.property(fc.string({unit: letters}), (text) => {
			const bytes = Buffer.from(text);
			const borders = objectFraming.borders(bytes, 0, bytes.length, true);
			for (let from = 0; from < borders.length; from++) {
				for (let to = from + 1; to < borders.length; to++) {
					const [start, end] = [borders[from] ?? 0, borders[to] ?? 0];
					const again = objectFraming.borders(bytes.subarray(start, end), 0, end - start, true);
					t.deepEqual(
						Array.from(again, (border) => border + start),
						[...borders.subarray(from, to + 1)],
					);
				}
			}
		}),
		{numRuns: 1000},
	);
});

test('millions of objects on one line are found in time that grows with the bytes', (t) => {
	const text = `[${'{"instruction":"a","output":"b \\" c"},'.repeat(500_000)}{}]`;
	t.is(records(text).length, 500_001);
});
