import {frontMatterLength} from '../front-matter.ts';
import {headingText} from '../heading-text.ts';
import {markdownParts} from '../markdown-parts.ts';
import {changelogItems} from './changelog-items.ts';
import {changelogLabel, isAside, type ChangelogLabel} from './changelog-label.ts';
import {entryText} from './entry-text.ts';
import {versionOfHeading} from './heading-version.ts';

/** One change that a changelog tells of. */
export interface ChangelogEntry {
	/** The first paragraph of the item, without its tag, and without links to commits, issues and authors. */
	readonly text: string;
	/** What kind of change its own tag (`fix:`, `[New]`) or else its section says it is; null where neither does. */
	readonly label: ChangelogLabel | null;
	/** The innermost heading below the version's, as written but for its markup; null where there is none. */
	readonly section: string | null;
	/** The version as written, without a leading `v`; null before the first, and for what is unreleased. */
	readonly version: string | null;
}

/**
 * The changes that a Markdown changelog lists, in order: list items, and paragraphs under a heading that says what kind
 * they are. Reads Keep a Changelog, conventional-changelog, changesets (whose `Minor Changes` are no label), auto-changelog
 * and what is like them. Code blocks, lists of contributors and items without a word are left out.
 */
export function changelogEntries(source: string): ChangelogEntry[] {
	const entries: ChangelogEntry[] = [];
	let version: string | null = null;
	let sections: Section[] = [];
	const enter = (heading: string, level: number): void => {
		sections = sections.filter((section) => section.level < level);
		sections.push({level, heading, label: changelogLabel(heading), aside: isAside(heading)});
	};
	const read = (text: string): void => {
		sections = sections.filter(({level}) => level <= DEEPEST);
		for (const item of changelogItems(text)) {
			if (item.kind === 'heading') {
				enter(item.text, DEEPEST + 1);
				continue;
			}
			if (sections.some(({aside}) => aside)) continue;
			const label = sections.findLast((section) => section.label !== null)?.label ?? null;
			const {text: plain, tag, tagged} = entryText(item.text);
			const kind = tagged ? tag : item.inherited === undefined ? label : item.inherited;
			if (item.kind === 'paragraph' && kind === null) continue;
			if (!WORD.test(plain.replace(PACKAGE, ''))) continue;
			entries.push({text: plain, label: kind, section: sections.at(-1)?.heading ?? null, version});
		}
	};
	let from = frontMatterLength(source);
	for (const part of markdownParts(source, from)) {
		if (part.kind === 'code') continue;
		read(source.slice(from, part.start));
		from = part.end;
		if (part.kind === 'comment') continue;
		const heading = headingText(part.markdown);
		const found = versionOfHeading(heading);
		if (found === undefined) enter(heading, part.level);
		else {
			version = found;
			sections = [];
		}
	}
	read(source.slice(from));
	return entries;
}

interface Section {
	readonly level: number;
	readonly heading: string;
	readonly label: ChangelogLabel | null;
	readonly aside: boolean;
}

const DEEPEST = 6;
const WORD = /\p{L}{2}/u;
const PACKAGE = /[\w./-]*@[\w^~.+-]*\d[\w.+-]*/g;
