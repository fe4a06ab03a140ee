import test from 'ava';
import {namesOf} from './names.ts';

test('a name has a form for files, for code and for prose', (t) => {
	t.deepEqual(namesOf('stage', 'strip-page-2-footers'), {
		name: 'strip-page-2-footers',
		camel: 'stripPage2Footers',
		title: 'Strip page 2 footers',
	});
});

for (const name of [
	'Strip',
	'strip_footers',
	'strip footers',
	'2-grams',
	'-a',
	'a--b',
	'../a',
	'',
	'a'.repeat(65),
]) {
	test(`refuses ${JSON.stringify(name.slice(0, 20))} and says what a name is`, (t) => {
		t.throws(() => namesOf('stage', name), {
			message: /^nx g stage: expected a name of lower-case words joined by "-".*found/,
		});
	});
}

for (const name of ['default', 'class', 'await', 'let', 'pipeline', 'normalize-text']) {
	test(`refuses ${name}, which would clash in the code`, (t) => {
		t.throws(() => namesOf('dataset', name), {
			message: new RegExp(`^nx g dataset: "${name}" is a word of TypeScript`),
		});
	});
}
