import test from 'ava';
import {deSteuerId} from './de-steuer-id.ts';

for (const number of ['26 954 371 827', '86095742719'])
	test(`${number} is a real tax number of Germany`, (t) => t.true(deSteuerId.isReal?.(number)));

for (const number of ['26 954 371 828', '06954371827', '12345678901'])
	test(`${number} is no real tax number of Germany`, (t) => t.false(deSteuerId.isReal?.(number)));
