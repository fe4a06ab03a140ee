import test from 'ava';
import {nlBsn} from './nl-bsn.ts';

for (const number of ['111222333', '2345.67.806'])
	test(`${number} is a real BSN of the Netherlands`, (t) => t.true(nlBsn.isReal?.(number)));

for (const number of ['111222334', '000000000', '11122233'])
	test(`${number} is no real BSN of the Netherlands`, (t) => t.false(nlBsn.isReal?.(number)));
