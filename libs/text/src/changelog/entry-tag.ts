import {changelogLabel, type ChangelogLabel} from './changelog-label.ts';

/**
 * Takes the tags from the head of an entry: `fix(core)!: `, `[New] `, `**Fixed:** `, `BREAKING CHANGE: `, `:bug: ` and the
 * hashes that changesets put there. `tagged` says that a tag stood there whose kind is known; its kind is the last tag's,
 * but breaking where any is.
 */
export function entryTag(entry: string): {
	readonly rest: string;
	readonly tag: ChangelogLabel | null;
	readonly tagged: boolean;
} {
	let rest = entry.trimStart();
	let tag: ChangelogLabel | null = null;
	for (let turn = 0; turn < MOST_TAGS; turn++) {
		const noise = NOISE.exec(rest);
		if (noise) {
			rest = rest.slice(noise[0].length);
			continue;
		}
		const [whole, bracketed, named, type, mark] = TAG.exec(rest) ?? [];
		if (whole === undefined) break;
		const name = bracketed ?? named ?? type ?? '';
		const label = mark ? 'Breaking' : kindOfTag(name);
		if (label === null && bracketed === undefined) break;
		rest = rest.slice(whole.length);
		if (label !== null && tag !== 'Breaking') tag = label;
	}
	return {rest, tag, tagged: tag !== null};
}

const MOST_TAGS = 4;
// What changesets begin with: a hash, or links and thanks; and emoji.
const NOISE =
	/^(?:[0-9a-f]{7,40}:\s+|(?:\[[^[\]]{0,100}\]\([^()\s]{0,300}\)[\s,]*){1,6}(?:[Tt]hanks\s(?:\[[^[\]]{0,100}\]\([^()\s]{0,300}\)[\s,]*){1,6}!\s*)?[-\u2013]\s+|:[a-z0-9_+-]{2,40}:\s*|\p{Extended_Pictographic}\ufe0f?\s*)/u;
// In order: [New], **Fixed:** or **Fixed**:, then fix(scope)!: with its mark.
const TAG =
	/^(?:\[([A-Za-z][\w ,/&-]{0,30})\](?![([:])[\s:]*|[*_]{1,2}([A-Za-z](?:[A-Za-z\d &/-]|_(?=\w)){0,30})(?::[*_]{1,2}|[*_]{1,2}:)\s*|([A-Za-z][\w &/-]{0,30}?)(?:\([^()]{0,80}\))?(!)?:(?=\s|$)\s*)/;

/** A tag is a word or two; longer ones, and those with a verb in front, are text. */
function kindOfTag(name: string): ChangelogLabel | null {
	return name.split(/\s+/).length > 3 ? null : changelogLabel(name);
}
