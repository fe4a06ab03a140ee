import {codePointsAt} from '../code-points.ts';
import {findPersonalData, type FindOptions, type PersonalData} from './find-personal-data.ts';
import {masks, type PersonalType} from './personal-types.ts';
import {pseudonym} from './pseudonym.ts';
import type {PseudonymKey} from './pseudonym-key.ts';

export type PersonalAction = 'drop' | 'mask' | 'tag' | 'pseudonymise' | 'keep';

export interface RedactOptions extends Omit<FindOptions, 'types'> {
	/** What is done with each type; types left out are not looked for. */
	readonly actions: ReadonlyMap<PersonalType, PersonalAction>;
	/** The key for pseudonyms. */
	readonly key?: PseudonymKey | undefined;
}

/** A text without the personal data that was found, and where it was: spans of the new text, in Unicode code points. */
export interface Redacted {
	readonly text: string;
	readonly found: readonly PersonalData[];
}

/** Finds personal data and does what the actions say: masks it (where a row shall be dropped too), puts pseudonyms in its place, or leaves it and tells where it is. */
export function redactText(text: string, {actions, key, ...options}: RedactOptions): Redacted {
	const types = new Set([...actions].filter(([, action]) => action !== 'keep').map(([type]) => type));
	const finds = findPersonalData(text, {...options, types});
	if (finds.length === 0) return {text, found: []};
	const parts: string[] = [];
	const spans: PersonalData[] = [];
	let [from, length] = [0, 0];
	for (const find of finds) {
		const action = actions.get(find.type) ?? 'mask';
		const replaced = replacement(find, text.slice(find.start, find.end), action, key);
		parts.push(text.slice(from, find.start), replaced);
		const start = length + find.start - from;
		length = start + replaced.length;
		spans.push({...find, start, end: length});
		from = find.end;
	}
	parts.push(text.slice(from));
	const redacted = parts.join('');
	const points = codePointsAt(redacted);
	return {
		text: redacted,
		found: spans.map((span) => ({...span, start: points(span.start), end: points(span.end)})),
	};
}

function replacement(
	find: PersonalData,
	original: string,
	action: PersonalAction,
	key: PseudonymKey | undefined,
): string {
	if (action === 'tag') return original;
	return action === 'pseudonymise' && key ? pseudonym(find, original, key) : masks[find.type];
}
