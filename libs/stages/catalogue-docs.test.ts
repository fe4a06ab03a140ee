import {readFile} from 'node:fs/promises';
import test from 'ava';
import {stagesPage, stagesPath} from './catalogue-docs.ts';
import {catalogue} from './src/index.ts';

test('docs/stages.md shows the definitions as they are', async (t) => {
	t.is(await readFile(stagesPath, 'utf8'), await stagesPage(), 'run "node libs/stages/catalogue-docs.ts"');
});

test('every stage has a row, and a section with its options and an example', async (t) => {
	const page = await stagesPage();
	for (const {stage} of catalogue) {
		const {name, options = {}} = stage.definition;
		const [, section = ''] = page.split(`\n## ${name}\n`);
		t.true(page.includes(`[${name}](#${name})`), name);
		for (const option of Object.keys(options))
			t.true(section.includes(`| \`${option}\``), `${name}: ${option}`);
		t.true(section.includes('```ts'), name);
	}
});
