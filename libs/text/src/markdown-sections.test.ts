import test from 'ava';
import fc from 'fast-check';
import {frontMatterLength} from './front-matter.ts';
import {markdownSections, type MarkdownSectionsOptions} from './markdown-sections.ts';

/** [path, text] of each section, the text trimmed. */
const outline = (source: string, options?: MarkdownSectionsOptions): unknown =>
	markdownSections(source, options).map(({path, text}) => [path.join(' > '), text.trim()]);

const cases: readonly (readonly [
	title: string,
	source: string,
	sections: readonly (readonly [path: string, text: string])[],
	options?: MarkdownSectionsOptions,
])[] = [
	[
		'nests headings by level',
		'# A\na\n## B\nb\n### C\nc\n## D\nd\n# E\ne',
		[
			['A', 'a'],
			['A > B', 'b'],
			['A > B > C', 'c'],
			['A > D', 'd'],
			['E', 'e'],
		],
	],
	[
		'keeps what stands before the first heading',
		'x\n\n# A\na',
		[
			['', 'x'],
			['A', 'a'],
		],
	],
	['gives one section where there is no heading', 'x\n\ny', [['', 'x\n\ny']]],
	['gives one empty section for empty text', '', [['', '']]],
	[
		'nests under what there is where a level is skipped',
		'### C\nc\n# A\na\n#### D\nd',
		[
			['C', 'c'],
			['A', 'a'],
			['A > D', 'd'],
		],
	],
	[
		'reads setext headings, also of two lines',
		'A\n===\na\n\nB\nb\n---\nc',
		[
			['A', 'a'],
			['A > B b', 'c'],
		],
	],
	['takes a rule for no heading', 'a\n\n---\n\nb\n\n* * *\n- - -', [['', 'a\n\n---\n\nb\n\n* * *\n- - -']]],
	['takes a table for no heading', 'a | b\n--- | ---\n1 | 2', [['', 'a | b\n--- | ---\n1 | 2']]],
	[
		'wants a space after the marks, six at most, three spaces before',
		'#a\n####### b\n    # c\n\\# d\n   # E\ne',
		[
			['', '#a\n####### b\n    # c\n\\# d'],
			['E', 'e'],
		],
	],
	[
		'strips closing marks',
		'# A #\na\n## B ##  \nb\n## C#\nc\n## ##\nd',
		[
			['A', 'a'],
			['A > B', 'b'],
			['A > C#', 'c'],
			['A > ', 'd'],
		],
	],
	[
		'shows links, code and emphasis of a heading as text',
		'# [![ci](b.svg)](c) The **`Array<T>`** [API](x) <a name="x"></a>',
		[['The Array<T> API', '']],
	],
	[
		'ignores headings within fences of any length',
		'````md\n```\n# no\n```\n````\n~~~\n# no\n```\n~~~\n# A',
		[
			['', '````md\n```\n# no\n```\n````\n~~~\n# no\n```\n~~~'],
			['A', ''],
		],
	],
	['takes an unclosed fence to the end', '```\n# no\n~~~\n# no', [['', '```\n# no\n~~~\n# no']]],
	[
		'ignores headings within indented code',
		'a\n\n    # no\n\n    no\n    ---\n# A',
		[
			['', 'a\n\n    # no\n\n    no\n    ---'],
			['A', ''],
		],
	],
	[
		'ignores headings in lists and their code',
		'1. a\n\n   ```sh\n   # no\n# A\n- # no\n- b\n  ---\n  c\n\n  # no\nd',
		[
			['', '1. a\n\n   ```sh\n   # no'],
			['A', '- # no\n- b\n  ---\n  c\n\n  # no\nd'],
		],
	],
	[
		'ends an item\u2019s code with the item',
		'- ```\n  # no\n\n# A\na',
		[
			['', '- ```\n  # no'],
			['A', 'a'],
		],
	],
	[
		'takes the line after an item or a quote for no heading',
		'- a\nb\n---\n> c\nd\n---\n',
		[['', '- a\nb\n---\n> c\nd\n---']],
	],
	[
		'ignores headings in quotes, comments and HTML',
		'> # no\n\n<!-- # no\n# no -->\n<div>\n# no\n</div>\n\n<pre>\n\n# no\n</pre>\n# A\na',
		[
			['', '> # no\n\n<!-- # no\n# no -->\n<div>\n# no\n</div>\n\n<pre>\n\n# no\n</pre>'],
			['A', 'a'],
		],
	],
	[
		'reads on after a comment of one line',
		'<!-- a -->\n# A\n<!-- b -->b\n## B',
		[
			['', '<!-- a -->'],
			['A', '<!-- b -->b'],
			['A > B', ''],
		],
	],
	[
		'drops comments that begin a line where asked',
		'<!-- a\n\nb --># no\n\n# A\n<!-- c --> d `<!-- e -->`\n```\n<!-- f -->\n```',
		[
			['', '# no'],
			['A', 'd `<!-- e -->`\n```\n<!-- f -->\n```'],
		],
		{comments: 'drop'},
	],
	['leaves out front matter', '---\ntitle: x\n# y\n---\n# A\na', [['A', 'a']]],
	['leaves out front matter in TOML', '+++\ntitle = "x"\n+++\na', [['', 'a']]],
	[
		'takes a rule at the top for no front matter',
		'---\n\n# A\n\n---\na',
		[
			['', '---'],
			['A', '---\na'],
		],
	],
	[
		'cuts no deeper than asked',
		'# A\na\n## B\nb\n### C\nc',
		[
			['A', 'a'],
			['A > B', 'b\n### C\nc'],
		],
		{depth: 2},
	],
	[
		'reads lines that end in a carriage return',
		'# A\r\na\r\n\r\nB\r\n---\r\n```\r\n# no\r\n```\r\n',
		[
			['A', 'a'],
			['A > B', '```\r\n# no\r\n```'],
		],
	],
];

for (const [title, source, sections, options] of cases) {
	test(title, (t) => {
		t.deepEqual(outline(source, options), sections);
	});
}

test('gives code blocks with their language and without their indentation', (t) => {
	const source =
		'# A\n```js title=x\na\n  b\n\n```\n- item\n\n  ~~~\n  c\n    d\n  ~~~\n\n## B\n\n    e\n\n\t  f\n\ng\n    no\n- x\n\n      h\n';
	t.deepEqual(
		markdownSections(source).map(({code}) => code),
		[
			[{language: 'js', text: 'a\n  b\n'}, {text: 'c\n  d'}],
			[{text: 'e\n\n  f'}, {text: 'h'}],
		],
	);
});

test('gives headings as they stand in the source', (t) => {
	t.deepEqual(
		markdownSections('x\n# A #\na\nB\n--\n').map(({heading, level}) => [heading, level]),
		[
			['', 0],
			['# A #\n', 1],
			['a\nB\n--\n', 2],
		],
	);
});

const parts = [
	'a',
	'# b',
	'#',
	'## ',
	'===',
	'---',
	'\n',
	'\n\n',
	'\r\n',
	'```',
	'~~~',
	'    ',
	'\t',
	'- ',
	'1. ',
	'> ',
	'<!--',
	'-->',
	'<div>',
	'<pre>',
	'</pre>',
	' ',
	'`',
	'+++',
	'k: v',
	'[',
	'![',
	'](',
];
const source = fc.array(fc.constantFrom(...parts), {maxLength: 40}).map((list) => list.join(''));

test('loses and doubles nothing: sections joined give the source back', (t) => {
	fc.assert(
		fc.property(source, fc.integer({min: 0, max: 6}), (text, depth) => {
			const joined = markdownSections(text, {depth}).map((section) => section.heading + section.text);
			return joined.join('') === text.slice(frontMatterLength(text)) && joined.length > 0;
		}),
		{numRuns: 5000},
	);
	t.pass();
});

test('never splits a fenced block, whatever stands around it', (t) => {
	fc.assert(
		fc.property(
			source.filter((text) => !/[`~<+]|-->/.test(text)),
			source,
			(before, after) => {
				const block = '```\n# no\n\nno\n---\n```';
				return markdownSections(`${before}\n\nx\n\n${block}\n\n${after}`).some(
					({text, heading}) => text.includes(block) && !heading.includes('no'),
				);
			},
		),
	);
	t.pass();
});
