import test from 'ava';
import fc from 'fast-check';
import {proseBlocks} from './prose-blocks.ts';

const cases = [
	[
		'prose and empty lines',
		'a\nb\n\n \nc',
		[
			['prose', 'a\nb'],
			['blank', '\n '],
			['prose', 'c'],
		],
	],
	[
		'fenced code',
		'a\n~~~\nb\n\n~~~\nc',
		[
			['prose', 'a'],
			['code', '~~~\nb\n\n~~~'],
			['prose', 'c'],
		],
	],
	[
		'indented lines',
		'a\n    b\n\tc\n   d',
		[
			['prose', 'a'],
			['code', '    b\n\tc'],
			['prose', '   d'],
		],
	],
	[
		'verbatim HTML',
		'<pre>\na\n</pre>\nb<pre>c</pre>',
		[
			['code', '<pre>\na\n</pre>'],
			['prose', 'b<pre>c</pre>'],
		],
	],
	['an open fence', '```\na\n\nb', [['code', '```\na\n\nb']]],
	['no code in a code span', '```a``` b', [['prose', '```a``` b']]],
	[
		'lines that show nothing',
		'\u200b\na',
		[
			['blank', '\u200b'],
			['prose', 'a'],
		],
	],
] as const;

for (const [title, text, blocks] of cases) {
	test(`tells ${title}`, (t) => {
		const found = [...proseBlocks(text, true)].map((block) => [block.kind, block.text]);
		t.deepEqual(
			found.filter(([, content], index) => index > 0 || content !== ''),
			blocks.map((block) => [...block]),
		);
	});
}

test('gives the text back when joined, whether code counts or not', (t) => {
	const text = fc
		.array(fc.constantFrom('a', '\n', '\n\n', '```', '~~~', '    ', '<pre>', '</pre>', '\t', ' '))
		.map((parts) => parts.join(''));
	fc.assert(
		fc.property(
			text,
			fc.boolean(),
			(source, code) =>
				[...proseBlocks(source, code)].map((block) => block.text).join('\n') === source ||
				source.startsWith('\n'),
		),
	);
	t.pass();
});
