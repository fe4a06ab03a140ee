import test from 'ava';
import fc from 'fast-check';
import {changelogEntries} from './changelog-entries.ts';
import {changelogLabels} from './changelog-label.ts';

const keepAChangelog = `---
title: x
---
# Changelog

All notable changes.

- not a change of a version, and without a kind

## [Unreleased]
### Added
- A **switch** ([#12](https://github.com/a/b/pull/12)) by @ada

## [1.1.0] - 2026-01-02

### Fixed

1. The lamp, which
   flickered. Closes #3.

   More about it.
2. \`off()\` no longer throws

    - a detail of it

### Security
Dependencies are checked ([abc1234](https://github.com/a/b/commit/abc1234)).

\`\`\`md
### Removed
- nothing
\`\`\`

[1.1.0]: https://github.com/a/b/compare/v1.0.0...v1.1.0
`;

test('reads Keep a Changelog: lists, paragraphs below a kind, versions, and no code', (t) => {
	t.deepEqual(changelogEntries(keepAChangelog), [
		{
			text: 'not a change of a version, and without a kind',
			label: null,
			section: 'Changelog',
			version: null,
		},
		{text: 'A switch', label: 'Added', section: 'Added', version: null},
		{text: 'The lamp, which flickered.', label: 'Fixed', section: 'Fixed', version: '1.1.0'},
		{text: '`off()` no longer throws', label: 'Fixed', section: 'Fixed', version: '1.1.0'},
		{text: 'a detail of it', label: 'Fixed', section: 'Fixed', version: '1.1.0'},
		{text: 'Dependencies are checked.', label: 'Security', section: 'Security', version: '1.1.0'},
	]);
});

const conventions = [
	{
		title: 'conventional-changelog, with emoji',
		text: '## [2.0.0](https://x/compare/a...b) (2026-01-01)\n\n### ⚠ BREAKING CHANGES\n\n* drops Node 18 (#421)\n\n### 🐛 Bug Fixes\n\n* **cli:** say why ([abcdef1](https://github.com/a/b/commit/abcdef1)), closes [#9](https://github.com/a/b/issues/9)',
		entries: ['2.0.0 Breaking drops Node 18', '2.0.0 Fixed cli: say why'],
	},
	{
		title: 'a version and a kind at one level of heading',
		text: '## v1.2.0 \u2014 May 3, 2026\n\nThis release is fine.\n\n## 🚀 New Features\n\n- Zstandard\n\n## New Contributors\n\n- @ada\n\n## v1.1.0\n\n- plain',
		entries: ['1.2.0 Added Zstandard', '1.1.0 null plain'],
	},
	{
		title: 'changesets, whose headings are no kind',
		text: '# @a/b\n\n## 1.2.1\n\n### Patch Changes\n\n- ab3d7ee: Escape backslashes\n- [#574](https://github.com/a/b/pull/574) [`8f1c380`](https://github.com/a/b/commit/8f1c380) Thanks [@ada](https://github.com/ada)! - fix: say it\n- Updated dependencies [[`4b24953`](https://github.com/a/b/commit/4b24953)]:\n  - @a/c@1.4.3',
		entries: ['1.2.1 null Escape backslashes', '1.2.1 Fixed say it', '1.2.1 null Updated dependencies'],
	},
	{
		title: 'tags in brackets, which win over the heading',
		text: '## [v4.0.6](https://x) - 2026-06-12\n\n### Fixed\n\n- [New] add `x` [`#5`](https://github.com/a/b/issues/5)\n\n### Commits\n\n- [Dev Deps] update `tape` [`f31d21e`](https://github.com/a/b/commit/f31d21e)\n- [Fix] escape it\n- Only apps have lockfiles',
		entries: [
			'4.0.6 Added add `x`',
			'4.0.6 Maintenance update `tape`',
			'4.0.6 Fixed escape it',
			'4.0.6 null Only apps have lockfiles',
		],
	},
	{
		title: 'underlined versions and tags with a colon',
		text: '6.0.1 / 2026-10-23\n==================\n * fix: no pollution\n * BREAKING CHANGE: require Node 20\n * feat(exec)!: other hooks\n * perf: less copying',
		entries: [
			'6.0.1 Fixed no pollution',
			'6.0.1 Breaking require Node 20',
			'6.0.1 Breaking other hooks',
			'6.0.1 Performance less copying',
		],
	},
	{
		title: 'bold lines and items as headings, and details of a change',
		text: '## 1.0.0\n\n**Bug Fixes**\n\n- one\n\nFeatures:\n\n- two\n\n## 0.9.0\n\n- Removed:\n  - three\n- deps: mime-db@1.2.3\n  - four of another package',
		entries: [
			'1.0.0 Fixed one',
			'1.0.0 Added two',
			'0.9.0 Removed three',
			'0.9.0 null four of another package',
		],
	},
	{
		title: 'a kind at each inner heading, and the outer one where an inner one is none',
		text: '## 3.0.0\n### Added\n#### Core\n- one\n#### Removed\n- two\n### Other\n- three',
		entries: ['3.0.0 Added one', '3.0.0 Removed two', '3.0.0 null three'],
	},
];

for (const {title, text, entries} of conventions) {
	test(`reads ${title}`, (t) => {
		const found = changelogEntries(text);
		t.deepEqual(
			found.map((entry) => `${entry.version ?? ''} ${entry.label ?? 'null'} ${entry.text}`),
			entries,
		);
	});
}

test('bears hostile text', (t) => {
	const hostile = [
		'',
		'\n\n',
		'- ',
		'#'.repeat(100_000),
		`- ${'('.repeat(100_000)}`,
		`- ${'[a]('.repeat(50_000)}`,
		`- ${'<a '.repeat(50_000)}`,
		`- ${', '.repeat(50_000)}x`,
		`- ${'closes '.repeat(50_000)}x`,
		`- ${'a'.repeat(1_000_000)}`,
		'> '.repeat(10_000),
		'  - x\n'.repeat(20_000),
		Array.from({length: 2000}, (_, depth) => `${' '.repeat(depth)}- x`).join('\n'),
		`## ${'1.'.repeat(50_000)}`,
		`### ${'@'.repeat(50_000)} 1.0`,
		'- \u202eabc\u0000 \u{1f468}\u200d\u{1f469}\u200d\u{1f467} \u0645\u0631\u062d\u0628\u0627',
		'```\n- never closed',
		'<!-- never closed\n- x',
	];
	for (const text of hostile) {
		for (const entry of changelogEntries(text)) t.true(entry.text.isWellFormed());
	}
});

const piece = fc.constantFrom(
	...[
		'# ',
		'## ',
		'1.2.3',
		'Fixed',
		'- ',
		'* ',
		'\n',
		'\n\n',
		'  ',
		'fix: ',
		'[New] ',
		'(#12)',
		'[a](https://x/pull/1)',
		'`',
		'```\n',
		'**',
		'\ud83d\udc1b',
		'word ',
		': ',
		'<b>',
		'@ada ',
		'\u200b',
		'\ud800',
	],
);

test('entries of any text have trimmed text on one line, and a known kind', (t) => {
	fc.assert(
		fc.property(fc.array(piece, {maxLength: 60}), (pieces) => {
			for (const {text, label} of changelogEntries(pieces.join(''))) {
				t.is(text, text.trim());
				t.false(text.includes('\n'));
				t.true(label === null || changelogLabels.includes(label));
			}
		}),
	);
});
