import test from 'ava';
import {brCpf} from './br-cpf.ts';

for (const number of ['529.982.247-25', '11144477735'])
	test(`${number} is a real CPF number of Brazil`, (t) => t.true(brCpf.isReal?.(number)));

for (const number of ['529.982.247-26', '111.111.111-11', '5299822472'])
	test(`${number} is no real CPF number of Brazil`, (t) => t.false(brCpf.isReal?.(number)));
