import {readdir, readFile} from 'node:fs/promises';
import {basename, dirname} from 'node:path';
import {fileURLToPath} from 'node:url';
import test from 'ava';
import {catalogue} from './catalogue.ts';

const source = fileURLToPath(new URL('.', import.meta.url));
const files = (await readdir(source, {recursive: true})).filter((file) =>
	/^[a-z-]+\/[a-z0-9-]+\.ts$/.test(file),
);

test('every file in a family is a stage of the catalogue, in its family', (t) => {
	const listed = catalogue.map(({family, stage}) => `${family}/${stage.definition.name}.ts`);
	t.deepEqual(files.toSorted(), listed.toSorted());
});

test('every stage has a test that runs the suite of its contract', async (t) => {
	for (const file of files) {
		const tests = await readFile(`${source}/${dirname(file)}/${basename(file, '.ts')}.test.ts`, 'utf8');
		t.regex(tests, /^test(?:Stage|Barrier)\(/m, file);
	}
});

test('the catalogue is sorted, and each entry has a summary and an example of itself', (t) => {
	const names = catalogue.map(({family, stage}) => `${family}/${stage.definition.name}`);
	t.deepEqual(names, names.toSorted());
	for (const {stage, example} of catalogue) {
		t.is(example().name, stage.definition.name);
		t.regex(stage.definition.summary ?? '', /\.$/);
	}
});
