import test from 'ava';
import {iban} from './iban.ts';

for (const number of ['GB82 WEST 1234 5698 7654 32', 'br1800360305000010009795493c1'])
	test(`${number} is a real bank account number`, (t) => t.true(iban.isReal?.(number)));

for (const number of [
	'GB83 WEST 1234 5698 7654 32',
	'GB82 WEST 1234 5698 7654 3',
	'ZZ82 WEST 1234 5698 7654 32',
])
	test(`${number} is no real bank account number`, (t) => t.false(iban.isReal?.(number)));
