import test from 'ava';
import fc from 'fast-check';
import {objectScan} from './scan-object.ts';

const end = (text: string | Buffer): number => objectScan().end(Buffer.from(text), 0);

test('an object ends with its brace, however it is written and whatever follows', (t) => {
	const object = fc.dictionary(fc.string({unit: 'binary'}), fc.jsonValue());
	fc.assert(
		fc.property(object, fc.constantFrom(undefined, 1, '\t'), fc.string(), (value, indent, after) => {
			const text = JSON.stringify(value, null, indent);
			t.is(end(text + after), Buffer.byteLength(text));
		}),
		{numRuns: 500},
	);
});

test('whatever the bytes and the parts they come in, the end is the same, and depends on nothing behind it', (t) => {
	const letters = fc.constantFrom('{', '}', '[', ']', '"', '\\', '\n', ',', ':', ' ', '1', 'é');
	fc.assert(
		fc.property(fc.string({unit: letters}), fc.array(fc.nat(20)), (text, sizes) => {
			const bytes = Buffer.from(`{${text}`);
			const whole = objectScan().end(bytes, 0);
			const scan = objectScan();
			let [at, found] = [0, -1];
			for (const size of [...sizes, bytes.length]) {
				const part = bytes.subarray(at, at + size);
				if (found === -1 && part.length > 0) {
					const inPart = scan.end(part, 0);
					if (inPart !== -1) found = at + inPart;
				}
				at += part.length;
			}
			t.is(found, whole);
			if (whole === -1) return;
			t.is(objectScan().end(bytes.subarray(0, whole), 0), whole);
			t.is(objectScan().end(bytes.subarray(0, whole - 1), 0), -1);
		}),
		{numRuns: 5000},
	);
});

const broken = [
	'{"a": 1',
	'{"a": "x}',
	'{"a": "x\\',
	'{{"a": 1}',
	'{a: 1}}',
	'{"a": [1}',
	'{"a" "b"}',
	'{"a":: 1}}',
	'{"a": 1,, "b": 2}',
	'{"a": 1,}}',
	'{"a": "b" {"c": 1}}',
	'{: 1}}',
];

for (const text of broken) {
	test(`${text} is broken and ends with a line`, (t) => {
		const lines = `${text}\n{"next": 1}\n`;
		const found = end(lines);
		t.is(lines[found - 1], '\n');
		t.true(found === text.length + 1 || found === lines.length);
	});
}

test('brackets deeper than a thousand break an object', (t) => {
	const deep = (depth: number): string => `{"a":${'['.repeat(depth)}${']'.repeat(depth)}}`;
	t.is(end(deep(900)), deep(900).length);
	t.is(end(deep(2_000_000)), -1);
});
