import test from 'ava';
import {changelogLabel, isAside, type ChangelogLabel} from './changelog-label.ts';

const cases: readonly (readonly [ChangelogLabel | null, readonly string[]])[] = [
	[
		'Added',
		[
			'Added',
			'Features',
			'New Features',
			':rocket: New Feature',
			'🚀 New Features',
			'feat',
			'New',
			'Additions',
		],
	],
	['Breaking', ['⚠ BREAKING CHANGES', 'Breaking changes', ':boom: Breaking Change', 'BREAKING']],
	['Changed', ['Changed', 'Improvements', 'Enhancements', ':nail_care: Polish', 'Updated', '🛠 Improvements']],
	['Deprecated', ['Deprecated', 'Deprecations']],
	['Documentation', ['Documentation', 'docs', '📚 Documentation', 'Docs', 'readme']],
	[
		'Fixed',
		[
			'Fixed',
			'Bug Fixes',
			'Bug fixes',
			'🐛 Bug Fixes',
			':bug: Bug Fix',
			'fix',
			'Fixes',
			'Bugfixes',
			'Hotfix',
		],
	],
	[
		'Maintenance',
		[
			'🏗 Chore',
			'Internal',
			':house: Internal',
			'Build System',
			'Tests',
			'Dev Deps',
			'Code Refactoring',
			'ci',
			'Dependencies',
			'Maintenance & Chores',
			'meta',
		],
	],
	['Performance', ['Performance Improvements', 'perf', 'Performance']],
	['Removed', ['Removed', 'Removals', 'Dropped']],
	['Security', ['Security', '🔒 Security Fixes', 'Vulnerabilities fixed', 'security']],
	[
		null,
		[
			'',
			'1.2.3',
			'Patch Changes',
			'Minor Changes',
			'Changes',
			'Commits',
			'Merged',
			'Reverts',
			'Other',
			'Notable Changes',
			'PRs',
			'\u4fee\u6b63',
			'This heading is a sentence that tells of fixes',
		],
	],
];

for (const [label, headings] of cases) {
	for (const heading of headings) {
		test(`${JSON.stringify(heading)} is ${label ?? 'no kind'}`, (t) => {
			t.is(changelogLabel(heading), label);
		});
	}
}

test('knows headings above what is no change', (t) => {
	for (const heading of [
		'Contributors to this release',
		'🌟 New Contributors',
		'Thanks',
		'PRs',
		'Full Changelog',
	])
		t.true(isAside(heading), heading);
	for (const heading of ['Fixed', 'Changes', '']) t.false(isAside(heading), heading);
});
