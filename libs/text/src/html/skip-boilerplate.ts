import {nameKind, type NameKind} from './boilerplate-names.ts';
import {isHeading, tag} from './html-tags.ts';
import type {Attributes, HtmlTree} from './html-tree.ts';
import type {HtmlFigures} from './measure-html.ts';

/** Marks what is boilerplate by its tag, role or name, unless it holds so much of the page that the name must be wrong. */
export function skipBoilerplate(
	tree: HtmlTree,
	{characters, good, paragraphs, skipped: unread, linked}: HtmlFigures,
): {readonly skipped: Uint8Array} {
	const {length, tags, ends, attributes} = tree;
	const skipped = unread.slice();
	const total = Math.max(1, characters[0] ?? 0);
	const allGood = Math.max(1, good[0] ?? 0);
	const comments: number[] = [];
	let commentGood = 0;
	let articles = 0;
	for (let node = 1; node < length; node++) {
		if (skipped[node] === 1) {
			node = (ends[node] ?? node + 1) - 1;
			continue;
		}
		const name = tags[node] ?? 1;
		if (name === 0) continue;
		const kind = kindOfElement(node);
		if (kind === undefined || kind === 'content') {
			if (articleTags.has(name)) articles = Math.max(articles, good[node] ?? 0);
			continue;
		}
		if (kind === 'comments') {
			comments.push(node);
			commentGood += good[node] ?? 0;
		} else skipped[node] = 1;
		node = (ends[node] ?? node + 1) - 1;
	}
	// Where the comments are the page, as in a forum, they stay.
	const rest = allGood - commentGood;
	const isDiscussion = commentGood > rest * 0.7 && articles - commentGood < 300;
	for (const node of comments) {
		if (isDiscussion) skipDetails(node);
		else skipped[node] = 1;
	}
	return {skipped};

	function skipDetails(from: number): void {
		for (let node = from + 1; node < (ends[from] ?? 0); node++) {
			if (skipped[node] !== 1 && (tags[node] === 0 || !isDetail(node))) continue;
			skipped[node] = 1;
			node = (ends[node] ?? node + 1) - 1;
		}
	}

	function isDetail(node: number): boolean {
		const kind = kindOfElement(node);
		return kind !== undefined && kind !== 'content' && kind !== 'comments';
	}

	function kindOfElement(node: number): NameKind | undefined {
		const name = tags[node] ?? 1;
		const share = (characters[node] ?? 0) / total;
		const found = attributes[node];
		if (name === BODY || name === HTML) return undefined;
		if (name === NAV || (name === MENU && share < 0.3)) return share < 0.6 ? 'boilerplate' : undefined;
		if ((name === FOOTER || name === ASIDE) && !isNote(found))
			return (good[node] ?? 0) < allGood * 0.5 ? 'boilerplate' : undefined;
		if (name === HEADER && !isInContent(node)) return share < 0.4 ? 'boilerplate' : undefined;
		if (!found) return undefined;
		if (isHidden(found) && share < 0.4) return 'boilerplate';
		if (found.role !== undefined && roles.has(found.role.toLowerCase()) && share < 0.5) return 'boilerplate';
		const names = found.class === undefined ? (found.id ?? '') : `${found.class} ${found.id ?? ''}`;
		if (names === '') return undefined;
		const kind = nameKind(names);
		if (kind === undefined || kind === 'content') return kind;
		if (kind === 'comments') return name === A || isHeading(name) ? undefined : kind;
		if (containers.has(name) || name === TD) return undefined;
		if (isHeading(name)) return kind === 'boilerplate' && (linked[node] ?? 0) > 0 ? kind : undefined;
		if (kind === 'detail')
			return (characters[node] ?? 0) < Math.max(200, total * 0.02) && share < 0.2 && (good[node] ?? 0) < 120
				? kind
				: undefined;
		if (kind === 'box' && (paragraphs[node] ?? 0) > 1) return undefined;
		// A name that says boilerplate is believed of a part of the page, not of most of it.
		const most = (linked[node] ?? 0) > (characters[node] ?? 0) * 0.5 ? 0.6 : 0.4;
		return (good[node] ?? 0) < allGood * most ? kind : undefined;
	}

	function isInContent(node: number): boolean {
		for (
			let at = tree.parents[node] ?? -1, steps = 0;
			at > 0 && steps < 50;
			at = tree.parents[at] ?? -1, steps++
		)
			if (containers.has(tags[at] ?? 1) || tags[at] === SECTION || attributes[at]?.role === 'main')
				return true;
		return false;
	}
}

const [BODY, HTML, NAV, MENU, FOOTER, ASIDE, HEADER, A, TD, SECTION] = [
	tag('body'),
	tag('html'),
	tag('nav'),
	tag('menu'),
	tag('footer'),
	tag('aside'),
	tag('header'),
	tag('a'),
	tag('td'),
	tag('section'),
];
const articleTags: ReadonlySet<number> = new Set([tag('article'), tag('main')]);
const containers: ReadonlySet<number> = new Set([tag('main'), tag('article')]);
const roles: ReadonlySet<string> = new Set([
	'navigation',
	'banner',
	'contentinfo',
	'complementary',
	'search',
	'dialog',
	'alertdialog',
	'menu',
	'menubar',
	'toolbar',
	'tablist',
]);

/** Whether an aside is a note on the text, which documentation writes so. */
const isNote = (found: Attributes | null | undefined): boolean =>
	found?.class !== undefined &&
	/(?:^|[\s_-])(?:note|tip|warning|admonition|callout|caution|info|hint)/i.test(found.class);

const isHidden = (found: Attributes): boolean =>
	(found.hidden !== undefined && found.hidden !== 'until-found') ||
	found['aria-hidden'] === 'true' ||
	(found.style !== undefined &&
		/(?:display\s{0,5}:\s{0,5}none|visibility\s{0,5}:\s{0,5}hidden)/i.test(found.style));
