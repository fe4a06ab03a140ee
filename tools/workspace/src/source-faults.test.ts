import test from 'ava';
import {readProjects} from './projects.ts';
import {sourceFaults} from './source-faults.ts';

test('every source of the workspace keeps to the house rules', async (t) => {
	const projects = await readProjects();
	t.deepEqual(
		projects.flatMap(({sources}) => sources.flatMap(sourceFaults)),
		[],
	);
});

const cases: readonly (readonly [title: string, path: string, text: string, faults: readonly string[]])[] = [
	['kebab-case', 'src/lineOffsets.ts', '', ['src/lineOffsets.ts: expected a name in kebab-case.']],
	[
		'a name that names nothing',
		'src/text-utils.ts',
		'',
		['src/text-utils.ts: "util" names nothing; name the file for its main export.'],
	],
	[
		'a file that is too long',
		'src/a.ts',
		'a\n'.repeat(301),
		['src/a.ts: expected at most 300 lines, found 301; give part of it a file of its own.'],
	],
	[
		'export *',
		'src/a.ts',
		['export', "* from './b.ts';"].join(' '),
		['src/a.ts: "export *" hides what is exported; list the names.'],
	],
	[
		'an index that does something',
		'src/index.ts',
		'export const a = 1;',
		['src/index.ts: an index only lists exports; move the rest to a file of its own.'],
	],
	['nothing in a good file', 'src/line-offsets.test.ts', 'export const a = 1;', []],
];

for (const [title, path, text, faults] of cases) {
	test(`finds ${title}`, (t) => {
		t.deepEqual(sourceFaults({path, text}), faults);
	});
}
