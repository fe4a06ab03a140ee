import test from 'ava';
import {nameSpans} from './name-spans.ts';

const cases: readonly (readonly [text: string, names: readonly string[], language?: string])[] = [
	['I wrote to Mary Ann Smith of ACME.', ['Mary Ann Smith of ACME']],
	['Mary Smith wrote. The Bank of Spain said no.', ['Mary Smith', 'Bank of Spain']],
	['Yesterday I went home. Please call.', []],
	['Ask Jane’s mother, O’Brien or Jean-Luc.', ['Jane', 'O’Brien', 'Jean-Luc']],
	['Changes In The New Release', []],
	['MY CARD IS GONE', []],
	['I am here, and A is OK.', []],
	['Later I asked. Today I\u2019m here with Ann.', ['Ann']],
	['Write to the Help Desk of Write Ltd.', ['Help Desk of Write Ltd']],
	['line one\nand then Berlin', ['Berlin']],
	['Ich habe die Karte von Anna Schmidt.', [], 'de'],
	['Le escribí a Ana María de la Cruz.', ['Ana María de la Cruz'], 'es'],
	['', []],
];

for (const [text, names, language = 'en'] of cases)
	test(`finds the names of ${JSON.stringify(text)} (${language})`, (t) => {
		t.deepEqual(
			nameSpans(text, language).map(({start, end}) => text.slice(start, end)),
			names,
		);
	});
