import {familyNames, givenNames} from './gazetteer.ts';
import {recogniserNamed, type PersonalData} from './find-personal-data.ts';
import type {PersonalType} from './personal-types.ts';
import type {PseudonymKey} from './pseudonym-key.ts';

/**
 * What stands for a find under a key: equal for equal subjects, whatever the spaces, hyphens or case of their writing,
 * and of a form that belongs to nobody: hosts and numbers kept for examples, check digits that are wrong on purpose.
 */
export function pseudonym({type, recogniser}: PersonalData, found: string, key: PseudonymKey): string {
	const subject = SUBJECTS[type](found);
	for (let attempt = 0; ; attempt++) {
		const draw = drawFrom(key, `${type}\0${subject}\0${attempt}`);
		const made = MAKERS[type](found, draw, key);
		const isReal = recogniserNamed(recogniser)?.isReal;
		if (isReal?.(made) !== true || attempt === MOST_ATTEMPTS) return made;
	}
}

const MOST_ATTEMPTS = 100;

/** Whole numbers below a bound, from a digest. */
type Draw = (below: number) => number;

const compact = (text: string): string => text.toUpperCase().replace(/[^\p{L}\p{N}]/gu, '');
const plain = (text: string): string => text.toLowerCase().replace(/\s+/g, ' ').trim();

/** Whom a find is about: writings of one subject give one text. */
const SUBJECTS: Readonly<Record<PersonalType, (found: string) => string>> = {
	secret: (found) => found,
	'url-credentials': (found) => found,
	email: plain,
	iban: compact,
	card: compact,
	'national-id': compact,
	'ip-address': plain,
	// What is written with a country code and without is taken for two subjects, but brackets, 00 and + do not count.
	phone: (found) => found.replace(/\D/g, '').replace(/^00/, ''),
	address: plain,
	name: plain,
};

const MAKERS: Readonly<Record<PersonalType, (found: string, draw: Draw, key: PseudonymKey) => string>> = {
	secret: (_, draw) => `secret-${hex(draw, 16)}`,
	'url-credentials': (_, draw) => `user-${hex(draw, 8)}:password-${hex(draw, 8)}`,
	email: (_, draw) => `${ascii(pick(draw, GIVEN))}.${ascii(pick(draw, FAMILY))}.${hex(draw, 8)}@example.org`,
	iban: (found, draw) => `${found.slice(0, 2)}00${shaped(found.slice(4), draw)}`,
	card: shaped,
	'national-id': shaped,
	'ip-address': (found, draw) =>
		found.includes(':')
			? `2001:db8:${[1, 2, 3, 4, 5, 6].map(() => draw(65536).toString(16)).join(':')}`
			: `${240 + draw(15)}.${draw(256)}.${draw(256)}.${draw(256)}`,
	phone: (_, draw) => `+1 ${2 + draw(8)}0${1 + draw(9)}-555-01${draw(10)}${draw(10)}`,
	address: (_, draw) => `${1 + draw(999)} ${pick(draw, FAMILY)} Street, Exampleton`,
	// Each word of its own, so that a family keeps one name.
	name: (found, _, key) =>
		found
			.split(' ')
			.map((word, index, words) => {
				const drawn = drawFrom(key, `name\0${plain(word)}`);
				return pick(drawn, index > 0 && index === words.length - 1 ? FAMILY : GIVEN);
			})
			.join(' '),
};

const GIVEN = [...givenNames].sort();
const FAMILY = [...familyNames].sort();

const pick = (draw: Draw, names: readonly string[]): string => names[draw(names.length)] ?? '';
const ascii = (name: string): string =>
	name
		.normalize('NFD')
		.replace(/[^A-Za-z]/g, '')
		.toLowerCase();
const hex = (draw: Draw, digits: number): string =>
	Array.from({length: digits}, () => draw(16).toString(16)).join('');

/** Other digits and letters in the same places. */
function shaped(found: string, draw: Draw): string {
	return found.replace(/[0-9]|[A-Za-z]/g, (character) => {
		if (/[0-9]/.test(character)) return String(draw(10));
		const letter = String.fromCharCode(65 + draw(26));
		return /[a-z]/.test(character) ? letter.toLowerCase() : letter;
	});
}

/** Draws bytes of one digest after another. */
function drawFrom(key: PseudonymKey, subject: string): Draw {
	let [block, at, round] = [key.digest(subject), 0, 0];
	return (below) => {
		if (at + 4 > block.length) [block, at] = [key.digest(`${subject}\0${++round}`), 0];
		const word = new DataView(block.buffer, block.byteOffset + at, 4).getUint32(0);
		at += 4;
		return word % below;
	};
}
