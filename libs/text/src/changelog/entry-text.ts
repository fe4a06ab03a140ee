import {codeSpans} from '../code-spans.ts';
import type {ChangelogLabel} from './changelog-label.ts';
import {entryTag} from './entry-tag.ts';

/**
 * An item's Markdown as plain text without what tells who made the change and where it is kept: links to commits, issues,
 * pull requests and people, bare hashes, `#12`, `@name`; and without its tag, which is returned.
 */
export function entryText(markdown: string): {
	readonly text: string;
	readonly tag: ChangelogLabel | null;
	readonly tagged: boolean;
} {
	const {rest, tag, tagged} = entryTag(markdown.slice(0, LONGEST).toWellFormed());
	const unlinked = rest
		.replace(IMAGE, '')
		.replace(LINK, (_, text: string, target: string) =>
			TRACKER.test(target) || AUTHOR.test(text) ? '' : text,
		)
		.replace(REFERENCE, (_, text: string) => (AUTHOR.test(text) || HASH_ONLY.test(text) ? '' : text))
		.replace(BARE_URL, (url) => (TRACKER.test(url) ? '' : url));
	const {prose, code} = withoutCode(unlinked);
	const plain = prose
		.replace(/\*\*|__/g, '')
		.replace(/<\/?[a-z][^<>]{0,200}>/gi, '')
		.replace(EMPHASIS, '$1')
		.replace(ENTITY, (_, name: string) => ENTITIES[name] ?? '')
		.replace(SKIP, '')
		.replace(HASH, '')
		.replace(ISSUE, '')
		.replace(HANDLE, '');
	const text = withoutRemains(plain).replace(/\0(\d+)\0/g, (_, index: string) => code[Number(index)] ?? '');
	return {text, tag, tagged};
}

const LONGEST = 2000;
const IMAGE = /!\[[^[\]]{0,500}\]\([^()\s]{0,1000}\)/g;
const LINK = /\[([^[\]]{0,500})\]\(([^()\s]{0,1000})(?:\s"[^"]{0,200}")?\)/g;
const REFERENCE = /\[([^[\]]{1,500})\](?:\[[^[\]]{0,200}\])?/g;
const BARE_URL = /<?https?:\/\/[^\s<>()]{1,1000}>?/g;
const TRACKER =
	/\/(?:commits?|pull|pulls|issues|merge_requests|compare|advisories|milestone|discussions)(?:\/|$)|^<?https?:\/\/(?:www\.)?(?:github|gitlab)\.com\/[\w.-]+\/?>?$|^#/;
const AUTHOR = /^@?[\w-]*$|^`?#\d+`?$/;
const HASH_ONLY = /^`?(?:[0-9a-f]{7,40}|#\d+|GH-\d+)`?$/;
const HASH = /\b(?=[a-f]*\d)(?=\d*[a-f])[0-9a-f]{7,40}\b/g;
const ISSUE = /(?<![\w&/])(?:[\w.-]+\/[\w.-]+|GH|gh)?[#]\d+\b|\bGH-\d+\b/g;
const HANDLE = /(?<![\w/])@[A-Za-z\d](?:[A-Za-z\d]|-(?=[A-Za-z\d])){0,38}(?![\w/-])/g;

const EMPHASIS = /(?<!\w)_([^_\s][^_]{0,200})_(?!\w)/g;
const ENTITY = /&(lt|gt|amp|quot|#39);/g;
const ENTITIES: Readonly<Record<string, string>> = {lt: '<', gt: '>', amp: '&', quot: '"', '#39': "'"};
const SKIP = /\bskip ci\b/g;

/** Puts a mark in the place of each code span, since nothing within is rewritten; spans of a hash are left out. */
function withoutCode(text: string): {readonly prose: string; readonly code: readonly string[]} {
	const source = text.replaceAll('\0', '');
	const parts: string[] = [];
	const code: string[] = [];
	let from = 0;
	for (const [start, end] of codeSpans(source)) {
		parts.push(source.slice(from, start));
		const span = source.slice(start, end);
		if (!HASH_ONLY.test(span)) parts.push(`\0${code.push(span) - 1}\0`);
		from = end;
	}
	return {prose: [...parts, source.slice(from)].join(''), code};
}

/** Takes away brackets, references and thanks that have lost what they were about. */
function withoutRemains(text: string): string {
	let plain = text.replace(/\s+/g, ' ');
	// Brackets within brackets take a turn each.
	for (let [before, turn] = ['', 0]; before !== plain && turn < MOST_TURNS; turn++) {
		before = plain;
		plain = plain
			.replace(EMPTY_BRACKETS, ' ')
			.replace(/ {2,}/g, ' ')
			.replace(/ (?=[,.;:!?)](?:[\s,.;:!?)]|$))/g, '')
			.replace(/,(?=[,.;])/g, '')
			.replace(NAMES_AT_END, '')
			.replace(THANKS, '')
			.replace(POINTER, '')
			.replace(LOOSE_END, '')
			.trim();
	}
	return plain;
}

const MOST_TURNS = 8;
const EMPTY_BRACKETS =
	/(?<!\w)[([](?:[\s,;.&]|and|by|see|via|in|pr|prs|issue|issues|commit|pull request|closes|fixes|ref|refs|thanks|to){0,12}[)\]]/gi;
// (Brian Ng) and (issue 1861, 1875) at the end of an entry.
const NAMES_AT_END =
	/\s\((?:\p{Lu}[\p{L}'\u2019.-]{1,30}(?:,? (?:and )?\p{Lu}[\p{L}'\u2019.-]{0,30}){1,5}|issues? [\d, #]{1,60})\)[.]?$/u;
const THANKS = /[\s,.;(]+(?:(?:big|many|special) )?(?:thanks|thx|kudos|h\/t) (?:to|for)\b.{0,200}$/i;
const POINTER =
	/[\s,.;(]+see (?:the )?(?:issues?|prs?|pull requests?)(?:(?:,| and| or) (?:issues?|prs?|pull requests?))*\s*[.)]*$/i;
const LOOSE_END =
	/(?:[\s,;:(\u2013\u2014-]|\b(?:closes|close|fixes|fix for|resolves|refs?|see|see pr|see pull request|by|in|via|thanks to|thanks|thx|pr|commit|and|for this pr)\b[.!]?)+$/i;
