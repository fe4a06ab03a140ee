import test from 'ava';
import {ukNhs} from './uk-nhs.ts';

for (const number of ['943 476 5919', '9434765900'])
	test(`${number} is a real NHS number`, (t) => t.true(ukNhs.isReal?.(number)));

for (const number of ['943 476 5918', '0000000000', '943476591'])
	test(`${number} is no real NHS number`, (t) => t.false(ukNhs.isReal?.(number)));
