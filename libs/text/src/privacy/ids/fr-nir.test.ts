import test from 'ava';
import {frNir} from './fr-nir.ts';

for (const number of ['2 55 08 14 168 025 38', '299012A00412332'])
	test(`${number} is a real social security number of France`, (t) => t.true(frNir.isReal?.(number)));

for (const number of ['2 55 08 14 168 025 39', '255131416802538'])
	test(`${number} is no real social security number of France`, (t) => t.false(frNir.isReal?.(number)));
