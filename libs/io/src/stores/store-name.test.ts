import test from 'ava';
import fc from 'fast-check';
import {checkName, checkPrefix, checkShownName, isName} from './store-name.ts';

const passes = (check: (where: string, name: string) => void, name: string): boolean => {
	try {
		check('store', name);
		return true;
	} catch {
		return false;
	}
};
const part = fc.stringMatching(/^[a-z0-9_=-][a-z0-9._=-]{0,9}$/);

test('parts of plain letters with slashes between them are a name, and so is every beginning a prefix', (t) => {
	fc.assert(
		fc.property(fc.array(part, {minLength: 1, maxLength: 5}), fc.nat(), (parts, cut) => {
			const name = parts.join('/');
			t.true(isName(name));
			t.true(passes(checkName, name) && passes(checkShownName, name));
			t.true(passes(checkPrefix, name.slice(0, cut % (name.length + 1))));
		}),
	);
});

test('what leads out, hides or collides is no name', (t) => {
	const bad = [
		'',
		'/a',
		'a/',
		'a//b',
		'.',
		'..',
		'a/../b',
		'a b',
		'A',
		'ä',
		'a\n',
		'a\\b',
		'.exposed',
		'a/.tmp-1',
	];
	t.deepEqual(bad.filter(isName), []);
	t.deepEqual(
		bad.filter((name) => passes(checkShownName, name)),
		['A'],
	);
	t.throws(
		() => {
			checkName('store x', '../etc');
		},
		{code: 'usage', message: /store x: expected a name of parts .* found "\.\.\/etc"; rename it/},
	);
});

test('a name has bounds that every store can hold', (t) => {
	const long = 'a'.repeat(200);
	t.true(isName(long));
	t.false(isName(`${long}a`));
	t.true(isName([long, long, long, long, 'a'.repeat(96)].join('/')));
	t.false(isName([long, long, long, long, 'a'.repeat(97)].join('/')));
});

test('a prefix may end anywhere, but not begin what no name begins with', (t) => {
	t.deepEqual(
		['', 'a', 'a/', 'a/b', '.'].filter((prefix) => !passes(checkPrefix, prefix)),
		[],
	);
	t.deepEqual(
		['/', 'A', '../', 'a//', '..//b', 'a b'].filter((prefix) => passes(checkPrefix, prefix)),
		[],
	);
});
