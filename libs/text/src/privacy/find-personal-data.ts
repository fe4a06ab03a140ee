import {digitGroups} from './digit-groups.ts';
import {familyNames, givenNames} from './gazetteer.ts';
import type {PersonalType} from './personal-types.ts';
import type {Prefilter, Recogniser, Search, SearchOptions, Span} from './recogniser.ts';
import {recognisers} from './recognisers.ts';

/** A piece of personal data; `start` and `end` are UTF-16 units. */
export interface PersonalData extends Span {
	readonly type: PersonalType;
	/** The name of the recogniser. */
	readonly recogniser: string;
}

export interface FindOptions extends Partial<SearchOptions> {
	/** The types that are looked for; all unless given. */
	readonly types?: ReadonlySet<PersonalType>;
}

/**
 * Finds personal data in a text, in order and without overlaps: where two finds overlap, the recogniser that stands
 * first in `recognisers` wins, so the outcome does not depend on how the search is done. Time is linear in the text.
 */
export function findPersonalData(text: string, {types, ...given}: FindOptions = {}): readonly PersonalData[] {
	const has = prefilters(text);
	let search: Search | undefined;
	let found: readonly PersonalData[] = [];
	for (const recogniser of recognisers) {
		if ((types && !types.has(recogniser.type)) || !has[recogniser.needs]) continue;
		search ??= {text, groups: has.digits ? digitGroups(text) : [], options: {...standard, ...given}};
		const {type, name} = recogniser;
		found = merged(
			found,
			Array.from(recogniser.find(search), ({start, end}) => ({type, recogniser: name, start, end})),
		);
	}
	return found;
}

const standard: SearchOptions = {
	ip: 'public',
	obfuscated: false,
	phoneCountries: ['US', 'GB', 'DE', 'FR', 'ES', 'IT', 'NL'],
	givenNames,
	familyNames,
};

/** What a text holds at all: most recognisers need not look at most texts. */
function prefilters(text: string): Readonly<Record<Prefilter, boolean>> {
	return {
		digits: /[0-9]/.test(text),
		'@': text.includes('@'),
		'://': text.includes('://'),
		colons: text.includes(':'),
		letters: true,
		capitals: /\p{Lu}/u.test(text),
	};
}

/** Two sorted lists as one; a find of the second that overlaps one of the first is left out. */
function merged(first: readonly PersonalData[], second: readonly PersonalData[]): readonly PersonalData[] {
	if (second.length === 0) return first;
	if (first.length === 0) return second;
	const all: PersonalData[] = [];
	let at = 0;
	let end = 0;
	for (const find of second) {
		for (let before = first[at]; before && before.end <= find.start; before = first[++at]) all.push(before);
		end = Math.max(end, all.at(-1)?.end ?? 0);
		if (find.start >= end && find.end <= (first[at]?.start ?? Infinity)) all.push(find);
	}
	for (; at < first.length; at++) {
		const before = first[at];
		if (before) all.push(before);
	}
	return all;
}

/** The recogniser of that name. */
export const recogniserNamed = (name: string): Recogniser | undefined =>
	recognisers.find((recogniser) => recogniser.name === name);
