import test from 'ava';
import fc from 'fast-check';
import {cut, endings, listed, replaced} from './endings.ts';

const find = endings([
	['', 'ing s'],
	['y', 'ies'],
	['keep?', 'ss'],
]);

test('finds the longest ending and its group', (t) => {
	t.deepEqual(find('ponies'), {key: 'y', text: 'ies'});
	t.deepEqual(find('grass'), {key: 'keep?', text: 'ss'});
	t.is(find('grab'), undefined);
	t.is(find(''), undefined);
});

test('looks no further than it may', (t) => {
	t.is(find('ponies', 4)?.text, 's');
	t.is(find('ponies', 6), undefined);
	t.is(find('ponies', 0, null, 5), undefined);
	t.is(find('singer', 0, null, 4)?.text, 'ing');
});

test('takes a shorter ending where the longest is refused', (t) => {
	t.is(find('ponies', 0, ({text}) => text !== 'ies')?.text, 's');
});

test('replaces and cuts', (t) => {
	const ending = find('ponies');
	t.is(ending && replaced('ponies', ending, 'y'), 'pony');
	t.is(cut('ponies', 2), 'poni');
});

test('finds what a search of the whole list finds', (t) => {
	const parts = fc.array(fc.constantFrom('a', 'b', 'ab', 'ba'), {maxLength: 6}).map((all) => all.join(''));
	fc.assert(
		fc.property(fc.array(parts), parts, fc.nat(8), (list, word, from) => {
			const expected = listed(list.join(' '))
				.filter((text) => word.endsWith(text) && word.length - text.length >= from)
				.sort((a, b) => b.length - a.length)[0];
			return endings([['', list.join(' ')]])(word, from)?.text === expected;
		}),
	);
	t.pass();
});
