import test from 'ava';
import {usSsn} from './us-ssn.ts';

for (const number of ['078-05-1121', '078051121'])
	test(`${number} is a real social security number of the United States`, (t) =>
		t.true(usSsn.isReal?.(number)));

for (const number of ['000-05-1121', '666-05-1121', '900-05-1121', '078-00-1121', '078-05-0000'])
	test(`${number} is no real social security number of the United States`, (t) =>
		t.false(usSsn.isReal?.(number)));
