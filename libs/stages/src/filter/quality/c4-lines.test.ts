import test from 'ava';
import {z} from 'zod';
import {cleanLines, lineOptions} from './c4-lines.ts';

const options = {...z.object(lineOptions).parse({}), maxLoremIpsum: 0, maxCurlyBrackets: 0};

for (const [line, cause] of [
	['This line stays.', undefined],
	['This line has no end', 'noTerminal'],
	['This line trails off...', 'noTerminal'],
	['Two words.', 'fewWords'],
	['A line with Lorem Ipsum.', 'loremIpsum'],
	['A line with JavaScript {.', 'javascript'],
	['A line with {.', 'curlyBracket'],
	['Our cookie policy is here.', 'policy'],
	[`A ${'x'.repeat(1001)} word.`, 'longWord'],
] as const)
	test(`leaves out ${JSON.stringify(line.slice(0, 30))}: ${cause ?? 'no'}`, (t) => {
		const {kept, counts} = cleanLines(line, options);
		t.deepEqual(kept, cause ? [] : [line]);
		if (cause) t.is(counts[cause], 1);
	});

test('looks no further than a line that drops the document', (t) => {
	t.is(cleanLines('Some { code here.\nAnother line is here.', options).counts.lines, 1);
	t.is(cleanLines('Some { code here.\nAnother line.', {...options, maxCurlyBrackets: 1}).counts.lines, 2);
});
