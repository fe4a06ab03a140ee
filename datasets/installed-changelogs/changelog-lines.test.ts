import test from 'ava';
import {lineForm, packageOf} from './changelog-lines.ts';

const paths = {
	'ava/CHANGELOG.md': 'ava',
	'@scope/name/docs/HISTORY.md': '@scope/name',
	'one/node_modules/two/CHANGES': 'one',
};

for (const [path, name] of Object.entries(paths)) {
	test(`${path} belongs to ${name}`, (t) => {
		t.is(packageOf(path), name);
	});
}

test('lines alike but for case, digits and signs have one form', (t) => {
	t.is(lineForm('Bump to 6.1!'), 'bump to');
	t.is(lineForm('bump (to) 10'), lineForm('Bump to 6.1!'));
	t.not(lineForm('Bump to 6'), lineForm('Drop to 6'));
});

test('reads a megabyte of one character in one go', (t) => {
	t.is(lineForm('`'.repeat(1_000_001)), '');
	t.is(packageOf('a'.repeat(1_000_000)).length, 1_000_000);
});
