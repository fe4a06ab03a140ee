import test from 'ava';
import {plPesel} from './pl-pesel.ts';

for (const number of ['44051401458', '02220412340'])
	test(`${number} is a real PESEL of Poland`, (t) => t.true(plPesel.isReal?.(number)));

for (const number of ['44051401459', '44053401458'])
	test(`${number} is no real PESEL of Poland`, (t) => t.false(plPesel.isReal?.(number)));
