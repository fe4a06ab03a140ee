import test from 'ava';
import {caSin} from './ca-sin.ts';

for (const number of ['046 454 286', '130-692-544'])
	test(`${number} is a real social insurance number of Canada`, (t) => t.true(caSin.isReal?.(number)));

for (const number of ['046 454 287', '000 000 000', '846 454 286'])
	test(`${number} is no real social insurance number of Canada`, (t) => t.false(caSin.isReal?.(number)));
