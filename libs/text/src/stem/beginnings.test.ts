import test from 'ava';
import {beginnings} from './beginnings.ts';

test('finds the longest text that stands there', (t) => {
	const find = beginnings(['in', 'inter', 'un']);
	t.is(find('international'), 'inter');
	t.is(find('indeed'), 'in');
	t.is(find('rein', 2), 'in');
	t.is(find('re'), undefined);
	t.is(find(''), undefined);
});
