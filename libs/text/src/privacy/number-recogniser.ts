import {formAt} from './digit-groups.ts';
import {isWordBefore, isWordAfter, wordNearby} from './surroundings.ts';
import type {PersonalType} from './personal-types.ts';
import type {Recogniser, Span} from './recogniser.ts';

/** A number as it is written. */
export interface NumberForm {
	/** Digits in each group. */
	readonly groups: readonly number[];
	/** What may part the groups, the same between all; space and no-break space unless given. */
	readonly by?: string;
	/** Whether the form alone says too little, so that a word nearby must name the number. */
	readonly named?: true;
}

/** Makes the recogniser of a number that is written in a few forms and has check digits. */
export function numberRecogniser({
	forms,
	words,
	isReal,
	...said
}: {
	readonly name: string;
	readonly type: PersonalType;
	readonly finds: string;
	readonly checks: string;
	readonly forms: readonly NumberForm[];
	/** What names the number, in lower case. */
	readonly words?: RegExp;
	readonly isReal: (digits: string) => boolean;
}): Recogniser {
	const byLength = Map.groupBy(forms, ({groups}) => groups[0]);
	return {
		...said,
		needs: 'digits',
		isReal: (text) => isReal(text.replace(/\D/g, '')),
		*find({text, groups}) {
			let from = 0;
			for (let index = 0; index < groups.length; index++) {
				const group = groups[index];
				const possible = group && byLength.get(group.end - group.start);
				if (!possible) continue;
				for (const {groups: lengths, by = SPACES, named} of possible) {
					const found = formAt(groups, index, lengths, by);
					if (!found || found.start < from || !standsAlone(text, found, found.separator)) continue;
					if (!isReal(text.slice(found.start, found.end).replace(/\D/g, ''))) continue;
					if (named && !(words && wordNearby(text, found, words))) continue;
					yield {start: found.start, end: found.end};
					from = found.end;
					break;
				}
			}
		},
	};
}

const SPACES = ' \u00a0\u202f';

/** Whether a number is no part of a word, a longer number, a decimal fraction or a path. */
function standsAlone(text: string, {start, end}: Span, separator: string): boolean {
	if (isWordBefore(text, start) || isWordAfter(text, end)) return false;
	return !continues(text, start - 1, -1, separator) && !continues(text, end, 1, separator);
}

function continues(text: string, at: number, step: number, separator: string): boolean {
	const [sign, beyond] = [text[at], text[at + step]];
	if (sign === undefined || beyond === undefined) return false;
	if (!/[0-9]/.test(beyond))
		return step < 0 && (sign === '/' || sign === '=') && separator === '' && /[\w/]/.test(beyond);
	return sign === separator ? !/\s/.test(sign) : /[-.,/:]/.test(sign);
}
