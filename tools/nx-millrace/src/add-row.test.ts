import {createTreeWithEmptyWorkspace} from '@nx/devkit/testing';
import test from 'ava';
import {addRow} from './add-row.ts';

const tree = () => createTreeWithEmptyWorkspace({formatter: 'none'});

test('makes the page with its table', (t) => {
	const empty = tree();
	addRow(empty, 'docs/stages.md', 'Stages', ['[b](b.ts)', 'B.']);
	t.is(
		empty.read('docs/stages.md', 'utf8'),
		'# Stages\n\n| Name | What it is |\n| --- | --- |\n| [b](b.ts) | B. |\n',
	);
});

test('sorts the row into the table and leaves the rest', (t) => {
	const full = tree();
	full.write(
		'docs/stages.md',
		'# Stages\n\n| Name | What it is |\n| --- | --- |\n| [a](a.ts) | A. |\n| [c](c.ts) | C. |\n\nMore.\n',
	);
	addRow(full, 'docs/stages.md', 'Stages', ['[b](b.ts)', 'B.']);
	t.regex(
		full.read('docs/stages.md', 'utf8') ?? '',
		/\| A\. \|\n\| \[b\]\(b\.ts\) \| B\. \|\n\| \[c\]\(c\.ts\) \| C\. \|\n\nMore\.\n$/,
	);
});
