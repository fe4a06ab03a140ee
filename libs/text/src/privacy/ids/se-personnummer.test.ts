import test from 'ava';
import {sePersonnummer} from './se-personnummer.ts';

for (const number of ['811218-9876', '19811218-9876', '9901011230'])
	test(`${number} is a real personal number of Sweden`, (t) => t.true(sePersonnummer.isReal?.(number)));

for (const number of ['811218-9877', '811318-9876', '21811218-9876'])
	test(`${number} is no real personal number of Sweden`, (t) => t.false(sePersonnummer.isReal?.(number)));
