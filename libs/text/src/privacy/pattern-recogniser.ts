import {isWordAfter, isWordBefore} from './surroundings.ts';
import type {PersonalType} from './personal-types.ts';
import type {Prefilter, Recogniser} from './recogniser.ts';

/** Makes the recogniser of what a pattern finds, as a word of its own, and a check confirms. */
export function patternRecogniser({
	pattern,
	isReal,
	...said
}: {
	readonly name: string;
	readonly type: PersonalType;
	readonly finds: string;
	readonly checks: string;
	readonly needs: Prefilter;
	/** Global, and linear in any text. */
	readonly pattern: RegExp;
	/** Given the find in capitals, without spaces and hyphens. */
	readonly isReal: (compact: string) => boolean;
}): Recogniser {
	const isRealText = (text: string): boolean => isReal(text.replace(/[ \u00a0\u202f-]/g, '').toUpperCase());
	return {
		...said,
		isReal: isRealText,
		*find({text}) {
			for (const {0: whole, index} of text.matchAll(pattern)) {
				if (isWordBefore(text, index) || isWordAfter(text, index + whole.length)) continue;
				if (isRealText(whole)) yield {start: index, end: index + whole.length};
			}
		},
	};
}
