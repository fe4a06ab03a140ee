import {classWith, wordFlag} from './word-classes.ts';
import {wordSpecials} from './word-specials.ts';

/** What is cut off the front, off the end, and out of the middle of a text without whitespace. */
export interface WordPatterns {
	readonly prefix: RegExp;
	/** Finds the longest suffix, for of several the leftmost match counts. */
	readonly suffix: RegExp;
	readonly infix: RegExp;
}

let made: WordPatterns | undefined;

/** Returns the patterns of affixes and infixes, which the first call makes. */
export const wordPatterns = (): WordPatterns => (made ??= make());

function make(): WordPatterns {
	const alpha = classWith(wordFlag.alpha);
	const lower = classWith(wordFlag.lower);
	const upper = classWith(wordFlag.upper);
	const quote = classWith(wordFlag.quote);
	const units = [...wordSpecials().values()]
		.filter(({unit}) => unit)
		.map(({text}) => text.replace('$', '\\$'));
	const suffixes = [
		`[${classWith(wordFlag.suffix)}]`,
		'……',
		"['’][sS]",
		'(?<=[0-9])\\+',
		`(?<=[0-9])(?:${units.join('|')})`,
		'(?<=°[FfCcKk])\\.',
		`(?<=[${classWith(wordFlag.beforeDot)}])\\.`,
		`(?<=[${upper}]{2})\\.`,
	];
	// The cheap question comes first: V8 looks through a large class at every place of the text.
	const infixes = [
		'\\.\\.+',
		`[${classWith(wordFlag.infix)}]`,
		'(?=[+\\-*^])(?<=[0-9])[+\\-*^](?=[0-9\\-])',
		`(?=\\.)(?<=[${lower}${quote}])\\.(?=[${upper}${quote}])`,
		`(?=,)(?<=[${alpha}]),(?=[${alpha}])`,
		`(?=[\\-–—~])(?<=[${alpha}0-9])(?:[\\-–—~]|--|---|——)(?=[${alpha}])`,
		`(?=[:<>=\\/])(?<=[${alpha}0-9])[:<>=\\/](?=[${alpha}])`,
	];
	return {
		prefix: new RegExp(`^(?:[${classWith(wordFlag.prefix)}]|\\+(?![0-9])|\\.\\.+|(?:US|C|A)\\$)`, 'u'),
		suffix: new RegExp(`(?:${suffixes.join('|')})$`, 'u'),
		infix: new RegExp(infixes.join('|'), 'gu'),
	};
}
