import {readFileSync} from 'node:fs';
import test from 'ava';
import {findPersonalData} from './find-personal-data.ts';
import {labelledTexts} from './labelled-texts.ts';
import {masks, personalTypes, type PersonalType} from './personal-types.ts';
import {pseudonymKey} from './pseudonym-key.ts';
import {recogniserNamed} from './find-personal-data.ts';
import {redactText, type PersonalAction} from './redact-text.ts';

process.env['MILLRACE_TEST_KEY'] = 'c0ffee11c0ffee22c0ffee33c0ffee44';
const key = pseudonymKey({env: 'MILLRACE_TEST_KEY'});
const all = (action: PersonalAction): ReadonlyMap<PersonalType, PersonalAction> =>
	new Map(personalTypes.map((type) => [type, action]));
const texts = labelledTexts(
	readFileSync(new URL('../../fixtures/personal-data.txt', import.meta.url), 'utf8'),
);
const masked = (text: string) => redactText(text, {actions: all('mask'), obfuscated: true});
const pseudonymised = (text: string): string =>
	redactText(text, {actions: all('pseudonymise'), key, obfuscated: true}).text;

test('masks each find, says where each mask stands, and finds nothing more in what it wrote', (t) => {
	for (const {text} of texts) {
		const {text: clean, found} = masked(text);
		const points = Array.from(clean);
		for (const {type, start, end} of found) t.is(points.slice(start, end).join(''), masks[type]);
		t.deepEqual(masked(clean), {text: clean, found: []}, text);
	}
});

test('counts code points', (t) => {
	const {text, found} = masked('\u{1f600}\u{1f600} a@example.org \u{1f600} 8.8.8.8');
	t.is(text, '\u{1f600}\u{1f600} [EMAIL] \u{1f600} [IP_ADDRESS]');
	t.deepEqual(
		found.map(({start, end}) => [start, end]),
		[
			[3, 10],
			[13, 25],
		],
	);
});

test('a tag leaves the text, a drop masks it, and what is kept is not looked for', (t) => {
	const text = 'a@example.org 8.8.8.8';
	t.is(redactText(text, {actions: all('tag')}).text, text);
	t.is(redactText(text, {actions: all('tag')}).found.length, 2);
	t.is(redactText(text, {actions: all('drop')}).text, '[EMAIL] [IP_ADDRESS]');
	t.is(redactText(text, {actions: new Map([['email', 'keep' as const]])}).found.length, 0);
});

test('a subject has one pseudonym, however it is written, and another subject another', (t) => {
	const pairs = [
		['anna@example.net', 'Anna@Example.NET'],
		['4111 1111 1111 1111', '4111-1111-1111-1111'],
		['+44 7700 900871', '0044 7700 900871'],
		['078-05-1121', '078-05-1121'],
	];
	for (const [one = '', other = ''] of pairs)
		t.is(pseudonymised(one).replace(/\D/g, ''), pseudonymised(other).replace(/\D/g, ''), one);
	t.is(pseudonymised('anna@example.net'), pseudonymised('ANNA@example.net'));
	t.not(pseudonymised('anna@example.net'), pseudonymised('hanna@example.net'));
	const [, family] = pseudonymised('Anna Keller').split(' ');
	t.is(pseudonymised('Klaus Keller').split(' ')[1], family);
});

test('a pseudonym belongs to nobody', (t) => {
	for (const {text, marks} of texts) {
		for (const {recogniser, kind, start, end} of marks) {
			if (kind === 'missed') continue;
			const found = text.slice(start, end);
			const [find] = findPersonalData(text, {obfuscated: true}).filter((each) => each.start === start);
			const {text: made} = redactText(text, {actions: all('pseudonymise'), key, obfuscated: true});
			t.false(made.includes(found), found);
			const real = recogniserNamed(recogniser)?.isReal;
			if (real && find) t.false(real(pseudonymised(text).slice(start, start + (end - start))), found);
		}
	}
	t.regex(pseudonymised('anna@example.net'), /^[a-z]+\.[a-z]+\.[0-9a-f]{8}@example\.org$/);
	t.regex(pseudonymised('+44 7700 900871'), /^\+1 \d0\d-555-01\d\d$/);
	t.regex(pseudonymised('8.8.8.8'), /^2[45]\d\.\d+\.\d+\.\d+$/);
	t.regex(pseudonymised('2001:4860:4860::8888'), /^2001:db8:/);
	t.regex(pseudonymised('DE89 3704 0044 0532 0130 00'), /^DE00[ \d]+$/);
});

test('another key gives other pseudonyms', (t) => {
	process.env['MILLRACE_OTHER_KEY'] = 'another key of more than thirty-two characters';
	const other = pseudonymKey({env: 'MILLRACE_OTHER_KEY'});
	const text = 'anna@example.net';
	t.not(redactText(text, {actions: all('pseudonymise'), key: other}).text, pseudonymised(text));
});
