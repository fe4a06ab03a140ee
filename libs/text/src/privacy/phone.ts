import {isSupportedCountry, parsePhoneNumberFromString, type CountryCode} from 'libphonenumber-js/max';
import type {DigitGroup} from './digit-groups.ts';
import {isWordAfter, isWordBefore, wordNearby} from './surroundings.ts';
import type {Recogniser, Search, Span} from './recogniser.ts';

/** Telephone numbers, judged by Google's numbering plans of all countries. */
export const phone: Recogniser = {
	name: 'phone',
	type: 'phone',
	finds:
		'telephone numbers with `+` or `00` and a country code, and those of `phoneCountries` as they are written at home',
	checks:
		'the numbering plan of the country (libphonenumber); at home a leading 0, brackets, the form 3-3-4, or a word such as `phone` nearby',
	needs: 'digits',
	*find(search) {
		const {groups} = search;
		for (let index = 0; index < groups.length; index++) {
			const found = numberAt(search, index);
			if (!found) continue;
			yield found;
			while ((groups[index + 1]?.start ?? found.end) < found.end) index++;
		}
	},
};

const MOST_DIGITS = 15;
const LEAST_DIGITS = 7;
const MOST_GROUPS = 8;

function numberAt({text, groups, options}: Search, from: number): Span | undefined {
	const first = groups[from];
	if (!first) return undefined;
	const plus = text[first.start - 1] === '+';
	const bracket = text[first.start - 1] === '(' ? (text[first.start - 2] === '+' ? 2 : 1) : 0;
	const opening = first.start - (plus ? (text[first.start - 2] === '(' ? 2 : 1) : bracket);
	if (
		isWordBefore(text, opening) ||
		/(?:[.,/=#&-]|\d:)$/.test(text.slice(Math.max(0, opening - 2), opening)) ||
		(first.gap !== undefined && !plus && bracket === 0)
	)
		return undefined;
	for (const end of endsOf(text, groups, from)) {
		const lone = text[opening] === '(' && !text.slice(opening, end).includes(')');
		const start = lone ? opening + 1 : opening;
		const international = plus || bracket === 2;
		const spaced = text.slice(start, end).replace(/[\u00a0\u202f]/g, ' ');
		// The numbering plans do not know `(+34)`.
		const written = international ? spaced.replace(/^\(/, '') : spaced;
		if (isNumber(written, international, text, {start, end}, options.phoneCountries)) return {start, end};
	}
	return undefined;
}

/** Where the number may end, the longest first. */
function endsOf(text: string, groups: readonly DigitGroup[], from: number): readonly number[] {
	const ends: number[] = [];
	let digits = 0;
	for (let index = from; index < from + MOST_GROUPS; index++) {
		const group = groups[index];
		if (!group || (index > from && group.gap === undefined)) break;
		digits += group.end - group.start;
		if (digits > MOST_DIGITS) break;
		const next = groups[index + 1];
		const goesOn = next?.gap !== undefined && /[-./]/.test(next.gap);
		if (digits >= LEAST_DIGITS && !isWordAfter(text, group.end) && !goesOn) ends.push(group.end);
	}
	return ends.reverse();
}

function isNumber(
	written: string,
	international: boolean,
	text: string,
	span: Span,
	countries: readonly string[],
): boolean {
	if (international || /^00[1-9]/.test(written)) {
		const number = parsePhoneNumberFromString(international ? written : `+${written.slice(2)}`, {
			extract: false,
		});
		// Numbers for films are possible and not valid; with a country code, a number of the right length is one.
		return number?.isPossible() === true;
	}
	if (DATE.test(written) || DAY.test(written) || DECIMAL.test(written)) return false;
	const named = wordNearby(text, span, WORDS);
	if (!named && OTHER.test(text.slice(Math.max(0, span.start - 16), span.start))) return false;
	return countries.some(
		(country) =>
			isCountry(country) &&
			saysPhone(written, country, named) &&
			parsePhoneNumberFromString(written, {defaultCountry: country, extract: false})?.isValid() === true,
	);
}

/** Whether the writing, or what is around it, says that a number is one to call. */
function saysPhone(written: string, country: string, named: boolean): boolean {
	if (named) return /\D/.test(written) || written.length >= LEAST_HOME;
	if (country === 'US' || country === 'CA')
		return /^(?:1[-. ])?(?:\(\d{3}\) ?|\d{3}[-.])\d{3}[-.]\d{4}$/.test(written);
	if (written.startsWith('(0')) return true;
	return /^0[1-9]/.test(written) && /[ /-]/.test(written) && written.replace(/\D/g, '').length >= LEAST_HOME;
}

const isCountry = (country: string): country is CountryCode => isSupportedCountry(country);

const LEAST_HOME = 9;
const DATE = /^\(?(?:\d{1,2}[-./]\d{1,2}[-./]\d{2,4}|\d{4}[-./]\d{1,2}[-./]\d{1,2})(?!\d)/;
const DAY = /(?<!\d)(?:19|20)\d\d-\d\d-\d\d(?!\d)/;
const DECIMAL = /^\d+\.\d+$/;
const OTHER =
	/\b(?:part|order|invoice|ref|reference|item|serial|sn|isbn|issn|art|model|ticket|case|account|acct|konto|article|version|no|nr|num|number|id|rechnung|bestellung|facture|pedido)[ .:#-]{0,3}$/i;
const WORDS =
	/\b(?:tel|phone|telephone|telefon|t\u00e9l\u00e9phone|t\u00e9l|telefono|tel\u00e9fono|telefoon|telefone|mobile|mobil|handy|m\u00f3vil|cellulare|celular|fax|whatsapp|r\u00fcckruf|anrufen)\b|\b(?:call|ring|text|dial|sms|appelez|llame|chiama|bel)(?: (?:me|us|him|her|them|back|now|on|at|le|al)){0,3}[ :]{0,3}$/;
