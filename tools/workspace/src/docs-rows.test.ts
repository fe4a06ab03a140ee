import {readFile} from 'node:fs/promises';
import {basename, join} from 'node:path';
import test from 'ava';
import {docsRows, rowFaults} from './docs-rows.ts';
import {readProjects, workspaceFolder} from './projects.ts';

const names = async (kind: string): Promise<readonly string[]> => {
	const projects = await readProjects();
	return projects.filter(({folder}) => folder.startsWith(`${kind}/`)).map(({folder}) => basename(folder));
};

for (const kind of ['pipelines', 'datasets']) {
	test(`docs/${kind}.md has a row for each of the ${kind}, and no other`, async (t) => {
		const page = await readFile(join(workspaceFolder, `docs/${kind}.md`), 'utf8');
		t.deepEqual(rowFaults(`docs/${kind}.md`, page, await names(kind)), []);
	});
}

test('reads names from links, from code and from plain words', (t) => {
	const page =
		'| Name | What |\n| --- | --- |\n| [news](../pipelines/news) | a |\n| `wiki` | b |\n| talk | c |\n';
	t.deepEqual(docsRows(page), ['news', 'wiki', 'talk']);
});

test('names rows that are missing and rows that name nothing', (t) => {
	t.deepEqual(rowFaults('docs/a.md', '| news | a |\n', ['wiki']), [
		'docs/a.md has no row for wiki; add one.',
		'docs/a.md has a row for news, which does not exist; remove it.',
	]);
});
