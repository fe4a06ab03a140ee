import type {DigitGroup} from './digit-groups.ts';
import type {PersonalType} from './personal-types.ts';

/** Finds one kind of personal data in a text. */
export interface Recogniser {
	readonly name: string;
	readonly type: PersonalType;
	/** What it finds, for the docs. */
	readonly finds: string;
	/** How it tells a find from what only looks like one, for the docs. */
	readonly checks: string;
	/** A cheap test that every text with a find passes. */
	readonly needs: Prefilter;
	find(search: Search): Iterable<Span>;
	/** Whether a text of the right shape is real by its check digits; a pseudonym must not be. */
	readonly isReal?: (text: string) => boolean;
}

/** A piece of a text, in UTF-16 units. */
export interface Span {
	readonly start: number;
	readonly end: number;
}

export type Prefilter = 'digits' | '@' | '://' | 'colons' | 'letters' | 'capitals';

/** A text under search. */
export interface Search {
	readonly text: string;
	/** The groups of ASCII digits of the text, found once for all recognisers. */
	readonly groups: readonly DigitGroup[];
	readonly options: SearchOptions;
}

export interface SearchOptions {
	/** `public` leaves out addresses that no one on the internet has. */
	readonly ip: 'public' | 'all';
	/** Whether addresses such as `name (at) host (dot) org` count. */
	readonly obfuscated: boolean;
	/** Countries, by ISO code, whose phone numbers are known without `+`. */
	readonly phoneCountries: readonly string[];
	readonly givenNames: ReadonlySet<string>;
	readonly familyNames: ReadonlySet<string>;
}
