import test from 'ava';
import {nameKind} from './boilerplate-names.ts';

const cases = {
	comments: ['comments', 'post-comments', 'comment-list', 'commentArea', 'kommentare'],
	boilerplate: [
		'cookie-banner',
		'siteNav',
		'main-menu',
		'sidebar',
		'js-x related-posts',
		'ad-slot',
		'share_buttons',
		'breadcrumb',
		'site-header',
		'page-footer',
		'toc',
		'sr-only',
	],
	box: ['promo-box', 'subscriber-preview'],
	detail: ['byline', 'post-meta', 'price', 'vote-count', 'signature'],
	content: ['article-body', 'entry', 'main-content', 'prose'],
	none: [
		'',
		'has-sidebar',
		'is-menu-open',
		'css-1x2y3z',
		'adventure',
		'navy-blue-box',
		'member-signature',
		'header-of-table',
		'sharedness-index',
	],
};

for (const [kind, names] of Object.entries(cases)) {
	test(`takes ${kind === 'none' ? 'nothing from other names' : `${kind} by name`}`, (t) => {
		t.deepEqual(
			names.map((name) => [name, nameKind(name) ?? 'none']),
			names.map((name) => [name, kind]),
		);
	});
}

test('reads a name of a megabyte', (t) => {
	for (const text of ['a', '-', 'nav', 'aB', ' ']) t.notThrows(() => nameKind(text.repeat(1_000_000)));
});
