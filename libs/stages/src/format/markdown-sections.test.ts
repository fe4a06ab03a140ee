import {runStage, testStage} from '@millrace/testing';
import test from 'ava';
import {markdownSections} from './markdown-sections.ts';

const readme =
	'---\ntitle: x\n---\n<!-- badges -->\n# Tool\n\nWhat it is.\n\n## Use\n\n```sh\n# install\nnpm i tool\n```\n\n## Empty\n\n## Licence ##\nMIT\n';

testStage(test, 'markdown-sections', {
	stage: () => markdownSections(),
	rows: [
		{text: readme},
		{text: ''},
		{text: 'no heading'},
		{text: '# only a heading'},
		{text: '---\na: b\n---\n'},
		{text: 'A\n=\n\n    code\n'},
	],
});

test('gives a row for each section that has text, with its path, heading and code', async (t) => {
	const {rows} = await runStage(markdownSections(), [{text: readme, path: 'README.md'}]);
	t.deepEqual(rows, [
		{
			source: 0,
			child: 0,
			row: {path: 'README.md', text: '# Tool\n\nWhat it is.', heading_path: ['Tool'], code: []},
		},
		{
			source: 0,
			child: 1,
			row: {
				path: 'README.md',
				text: '## Use\n\n```sh\n# install\nnpm i tool\n```',
				heading_path: ['Tool', 'Use'],
				code: ['# install\nnpm i tool'],
			},
		},
		{
			source: 0,
			child: 2,
			row: {path: 'README.md', text: '## Licence ##\nMIT', heading_path: ['Tool', 'Licence'], code: []},
		},
	]);
});

const cases = [
	{
		title: 'leaves headings out of the text where asked',
		options: {heading: 'drop'},
		text: '# A\n\n    code\n\n## B\nb',
		texts: ['    code', 'b'],
	},
	{
		title: 'keeps comments where asked',
		options: {comments: 'keep'},
		text: '<!-- x -->\na',
		texts: ['<!-- x -->\na'],
	},
	{
		title: 'cuts no deeper than asked',
		options: {depth: 1},
		text: '# A\na\n## B\nb',
		texts: ['# A\na\n## B\nb'],
	},
] as const;

for (const {title, options, text, texts} of cases) {
	test(title, async (t) => {
		const {rows} = await runStage(markdownSections(options), [{text}]);
		t.deepEqual(
			rows.map(({row}) => row['text']),
			texts,
		);
	});
}

test('drops a document without a section that has text', async (t) => {
	const {rows, drops} = await runStage(markdownSections(), [
		{text: ''},
		{text: '# A\n\n## B\n'},
		{text: '<!-- a -->'},
	]);
	t.deepEqual(rows, []);
	t.deepEqual(
		drops.map(({row, reason}) => [row, reason]),
		[
			[0, 'no-sections'],
			[1, 'no-sections'],
			[2, 'no-sections'],
		],
	);
});
