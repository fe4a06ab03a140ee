import test from 'ava';
import {esDni} from './es-dni.ts';

for (const number of ['45678912S', '30.123.456-B', 'X1234567L'])
	test(`${number} is a real DNI or NIE of Spain`, (t) => t.true(esDni.isReal?.(number)));

for (const number of ['45678912T', 'X1234567M', '4567891S'])
	test(`${number} is no real DNI or NIE of Spain`, (t) => t.false(esDni.isReal?.(number)));
