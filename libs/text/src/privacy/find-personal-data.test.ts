import {readFileSync} from 'node:fs';
import test from 'ava';
import fc from 'fast-check';
import {findPersonalData, recogniserNamed} from './find-personal-data.ts';
import {labelledTexts} from './labelled-texts.ts';
import {recognisers} from './recognisers.ts';

const file = readFileSync(new URL('../../fixtures/personal-data.txt', import.meta.url), 'utf8');
const texts = labelledTexts(file);

test('finds what is marked in the labelled texts, to the character, and nothing else', (t) => {
	t.true(texts.length > 150);
	for (const {text, marks} of texts) {
		t.deepEqual(
			findPersonalData(text, {obfuscated: true}).map(({recogniser, start, end}) => [
				recogniser,
				text.slice(start, end),
				start,
			]),
			marks
				.filter(({kind}) => kind !== 'missed')
				.map(({recogniser, start, end}) => [recogniser, text.slice(start, end), start]),
			text,
		);
	}
});

test('every recogniser has a text that it finds something in', (t) => {
	const marked = new Set(texts.flatMap(({marks}) => marks).map(({recogniser}) => recogniser));
	t.deepEqual(
		recognisers.map(({name}) => name).filter((name) => !marked.has(name)),
		[],
	);
});

test('every find with check digits is real, and is gone once a digit is changed', (t) => {
	const checked = [
		'card',
		'iban',
		'de-steuer-id',
		'es-dni',
		'nl-bsn',
		'se-personnummer',
		'br-cpf',
		'in-aadhaar',
		'ca-sin',
		'fr-nir',
		'pl-pesel',
		'uk-nhs',
	];
	for (const {text, marks} of texts) {
		for (const {recogniser, kind, start, end} of marks) {
			if (kind !== 'found' || !checked.includes(recogniser)) continue;
			const found = text.slice(start, end);
			t.true(recogniserNamed(recogniser)?.isReal?.(found), found);
			const places = [...found.matchAll(/[0-9]/g)].map(({index}) => index);
			for (const at of places) {
				const digit = (Number(found[at]) + 1) % 10;
				const changed = `${found.slice(0, at)}${digit}${found.slice(at + 1)}`;
				t.false(recogniserNamed(recogniser)?.isReal?.(changed), `${recogniser}: ${found}, ${changed}`);
			}
		}
	}
});

test('finds are in order, within the text, and do not overlap, in any text', (t) => {
	const pieces = texts.flatMap(({text, marks}) => marks.map(({start, end}) => text.slice(start, end)));
	const piece = fc.oneof(
		fc.constantFrom(...pieces),
		fc.constantFrom(
			'',
			' ',
			'-',
			'.',
			'@',
			':',
			'://',
			'+',
			'(',
			'00',
			'1',
			'Mr ',
			'Anna',
			'\n',
			'\u{1f600}',
			'\ud800',
		),
		fc.string({unit: 'binary', maxLength: 4}),
	);
	fc.assert(
		fc.property(fc.array(piece, {maxLength: 8}), (parts) => {
			const text = parts.join('');
			let from = 0;
			for (const {start, end} of findPersonalData(text, {obfuscated: true, ip: 'all'})) {
				t.true(start >= from && end > start && end <= text.length, JSON.stringify(text));
				from = end;
			}
		}),
		{numRuns: 500},
	);
});

test('takes what overlaps for what stands first in the order of recognisers', (t) => {
	const text = 'https://anna:1234-abc@mail.example.org';
	t.deepEqual(
		findPersonalData(text).map(({recogniser, start, end}) => [recogniser, text.slice(start, end)]),
		[['url-credentials', 'anna:1234-abc']],
	);
	t.deepEqual(
		findPersonalData('password=4111-1111-1111-1111x anna@example.org').map(({type}) => type),
		['secret', 'email'],
	);
});

test('looks for the types asked for alone', (t) => {
	const text = 'anna@example.org, 4111111111111111';
	t.deepEqual(
		findPersonalData(text, {types: new Set(['card'])}).map(({type}) => type),
		['card'],
	);
});

test('knows home numbers of other countries, inner addresses and more names where asked', (t) => {
	const found = (text: string, options = {}): readonly string[] =>
		findPersonalData(text, options).map(({start, end}) => text.slice(start, end));
	t.deepEqual(found('Zadzwo\u0144, tel. 601 234 567', {phoneCountries: ['PL']}), ['601 234 567']);
	t.deepEqual(found('the box 192.168.1.1 and fe80::1', {ip: 'all'}), ['192.168.1.1', 'fe80::1']);
	t.deepEqual(
		found('Bronwen Llewellyn', {givenNames: new Set(['Bronwen']), familyNames: new Set(['Llewellyn'])}),
		['Bronwen Llewellyn'],
	);
});

for (const unit of [
	'1',
	'1 ',
	'1-',
	'4111 ',
	'a',
	'a@',
	'a.',
	':',
	'://a:',
	'Aa ',
	'Mr ',
	'eyJ',
	'+1 ',
	'(at)',
	'password="',
	'-----BEGIN ',
	'rue ',
]) {
	test(`gets through a megabyte of ${JSON.stringify(unit)}`, (t) => {
		const text = unit.repeat(Math.ceil(1_000_000 / unit.length));
		t.true(Array.isArray(findPersonalData(text, {obfuscated: true, ip: 'all'})));
	});
}
