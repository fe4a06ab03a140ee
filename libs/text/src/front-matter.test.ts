import test from 'ava';
import {frontMatterLength} from './front-matter.ts';

const cases = [
	['YAML', '---\na: b\n---\ntext', '---\na: b\n---\n'],
	[
		'YAML after a byte order mark, with carriage returns',
		'\ufeff---\r\na: b\r\n---\r\ntext',
		'\ufeff---\r\na: b\r\n---\r\n',
	],
	[
		'YAML that ends in dots',
		'---\n# comment: x\na:\n  - b\n...\ntext',
		'---\n# comment: x\na:\n  - b\n...\n',
	],
	['TOML', '+++\n[a]\nb = 1\n+++\ntext', '+++\n[a]\nb = 1\n+++\n'],
	['YAML at the end of the text', '---\na: b\n---', '---\na: b\n---'],
	['no rule followed by prose', '---\n\ntext\n\n---\n', ''],
	['no setext heading', 'a: b\n---\n', ''],
	['nothing that does not end', '---\na: b\n', ''],
	['nothing that begins later', '\n---\na: b\n---\n', ''],
] as const;

for (const [title, text, found] of cases) {
	test(`takes ${title} for front matter`, (t) => {
		t.is(text.slice(0, frontMatterLength(text)), found);
	});
}
