import test from 'ava';
import {boilerplateSection} from './boilerplate-section.ts';

const cases = {
	comments: ['Comments', '3 comments', 'Comments (12)', 'Customer Reviews', 'Kommentare', 'Leave a reply'],
	links: [
		'Related articles',
		'You may also like',
		'More from the Gazette',
		'Most read',
		'Share this:',
		'Ähnliche Beiträge',
		'関連記事',
	],
	label: ['2 answers', '14 réponses'],
	none: [
		'Comments in code',
		'Relatedness',
		'What it cost',
		'More',
		'A comment on style',
		'Share of the market',
		'',
	],
};

for (const [kind, headings] of Object.entries(cases)) {
	test(`says ${kind} of headings`, (t) => {
		t.deepEqual(
			headings.map((heading) => [heading, boilerplateSection(heading) ?? 'none']),
			headings.map((heading) => [heading, kind]),
		);
	});
}

test('reads a heading of a megabyte', (t) => {
	t.is(boilerplateSection('related '.repeat(125_000)), undefined);
});
