import test from 'ava';
import {inAadhaar} from './in-aadhaar.ts';

for (const number of ['2341 2341 2346', '499999998883'])
	test(`${number} is a real Aadhaar of India`, (t) => t.true(inAadhaar.isReal?.(number)));

for (const number of ['2341 2341 2347', '1341 2341 2346'])
	test(`${number} is no real Aadhaar of India`, (t) => t.false(inAadhaar.isReal?.(number)));
