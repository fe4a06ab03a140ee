import test from 'ava';
import {itCodiceFiscale} from './it-codice-fiscale.ts';

for (const number of ['RSSMRA85T10A562S', 'rssmra 85t10 a562s'])
	test(`${number} is a real tax code of Italy`, (t) => t.true(itCodiceFiscale.isReal?.(number)));

for (const number of ['RSSMRA85T10A562T', 'RSSMRA85T39A562S', 'RSSMRA85T10A56'])
	test(`${number} is no real tax code of Italy`, (t) => t.false(itCodiceFiscale.isReal?.(number)));
