import test from 'ava';
import {card} from './card.ts';

for (const number of ['4111 1111 1111 1111', '4222222222222', '3782 822463 10005'])
	test(`${number} is a real card number`, (t) => t.true(card.isReal?.(number)));

for (const number of ['4111 1111 1111 1112', '9111 1111 1111 1111', '4111 1111 1111'])
	test(`${number} is no real card number`, (t) => t.false(card.isReal?.(number)));
