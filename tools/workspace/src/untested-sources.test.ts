import test from 'ava';
import {readProjects} from './projects.ts';
import {untestedSources} from './untested-sources.ts';

const long = (text: string): string => text + '\n// More.'.repeat(20);

/** What is left is exercised by tests of its neighbours; the share may only fall. */
const mostUntested = 0.08;

test('nine sources in ten, and more, have a test of their name', async (t) => {
	const sources = (await readProjects()).flatMap((project) => project.sources);
	const untested = untestedSources(sources);
	const share = untested.length / sources.length;
	t.true(
		share <= mostUntested,
		`${(share * 100).toFixed(1)} % of ${sources.length}:\n${untested.join('\n')}`,
	);
});

test('names the test that is missing', (t) => {
	t.deepEqual(untestedSources([{path: 'libs/io/src/a.ts', text: long('export const a = 1;')}]), [
		'libs/io/src/a.ts has no test; write libs/io/src/a.test.ts.',
	]);
});

test('a test of values, of types or of a part serves', (t) => {
	const text = long('export const a = 1;');
	const tested = (twin: string) =>
		untestedSources([
			{path: 'a.ts', text},
			{path: twin, text: ''},
		]);
	t.deepEqual(['a.test.ts', 'a.test-d.ts', 'a.contract.test.ts'].flatMap(tested), []);
});

test('types alone, lists of exports, contract suites and a few lines need no test', (t) => {
	const free = [
		{path: 'libs/testing/src/test-store.ts', text: long('export const a = 1;')},
		{path: 'libs/text/src/rules/test-rewrite.ts', text: long('export const a = 1;')},
		{path: 'a.d.ts', text: long('export function a(): string;')},
		{path: 'a.ts', text: long('/** Says a. */\nexport interface a {readonly b: string}\n')},
		{path: 'index.ts', text: long("export {a} from './a.ts';\n")},
		{path: 'b.ts', text: 'export const b = 1;\n'},
	];
	t.deepEqual(untestedSources(free), []);
});
