/** A run of ASCII digits; `gap` is what parts it from the run before where that is one separator, or a bracket and a space. */
export interface DigitGroup {
	readonly start: number;
	readonly end: number;
	readonly gap: string | undefined;
}

/** The groups of digits of a text, in order. */
export function digitGroups(text: string): readonly DigitGroup[] {
	const groups: DigitGroup[] = [];
	let [at, before] = [0, -1];
	while (at < text.length) {
		if (!isDigit(text.charCodeAt(at))) {
			at++;
			continue;
		}
		const start = at;
		while (at < text.length && isDigit(text.charCodeAt(at))) at++;
		groups.push({start, end: at, gap: before < 0 ? undefined : gapOf(text, before, start)});
		before = at;
	}
	return groups;
}

/** The groups from a place on that have the lengths of a form and one separator throughout; undefined where they differ. */
export function formAt(
	groups: readonly DigitGroup[],
	from: number,
	lengths: readonly number[],
	separators: string,
): {readonly start: number; readonly end: number; readonly separator: string} | undefined {
	const first = groups[from];
	if (!first || first.end - first.start !== lengths[0]) return undefined;
	let [end, separator] = [first.end, ''];
	for (let index = 1; index < lengths.length; index++) {
		const group = groups[from + index];
		if (group?.gap === undefined || group.end - group.start !== lengths[index]) return undefined;
		if (index === 1 ? !separators.includes(group.gap) : group.gap !== separator) return undefined;
		separator = group.gap;
		end = group.end;
	}
	return {start: first.start, end, separator};
}

const SEPARATORS = ' \u00a0\u202f-\u2010\u2011./';

function gapOf(text: string, end: number, start: number): string | undefined {
	if (start - end > 3) return undefined;
	const gap = text.slice(end, start);
	if (gap.length === 1 && SEPARATORS.includes(gap)) return gap;
	return /^(?:\) ?|\)-| ?\(| - | \/ )$/.test(gap) ? gap : undefined;
}

const isDigit = (code: number): boolean => code >= 48 && code <= 57;
