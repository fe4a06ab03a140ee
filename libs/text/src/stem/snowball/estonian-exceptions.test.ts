import test from 'ava';
import {estonianExceptions} from './estonian-exceptions.ts';

test('knows the stem of an irregular form', (t) => {
	t.is(estonianExceptions.get('joovad'), 'joo');
	t.is(estonianExceptions.get('v\u00f5ite'), 'v\u00f5isi');
	t.is(estonianExceptions.get('tehti'), 'tegi');
	t.is(estonianExceptions.get('constructor'), undefined);
});
