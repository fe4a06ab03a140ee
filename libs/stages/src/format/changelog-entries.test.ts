import {runStage, testStage} from '@millrace/testing';
import test from 'ava';
import {changelogEntries} from './changelog-entries.ts';

const changelog =
	'# Changelog\n\n## [1.1.0] - 2026-01-02\n\n### Added\n\n- A switch ([#12](https://example.org/a/pull/12))\n\n### Fixed\n\n- fix: the lamp\n\n## 1.0.0\n\n- It began\n';

testStage(test, 'changelog-entries', {
	stage: () => changelogEntries(),
	rows: [
		{text: changelog},
		{text: ''},
		{text: '# Changelog\n\nNothing yet.'},
		{text: '### Fixed\n\n* one\n* two'},
	],
});

test('gives a row for each entry, with its kind, section and version', async (t) => {
	const {rows} = await runStage(changelogEntries(), [{text: changelog, path: 'CHANGELOG.md'}]);
	t.deepEqual(
		rows.map(({row}) => row),
		[
			{path: 'CHANGELOG.md', text: 'A switch', label: 'Added', section: 'Added', version: '1.1.0'},
			{path: 'CHANGELOG.md', text: 'the lamp', label: 'Fixed', section: 'Fixed', version: '1.1.0'},
			{path: 'CHANGELOG.md', text: 'It began', label: null, section: null, version: '1.0.0'},
		],
	);
});

test('drops a document without entries', async (t) => {
	const {drops} = await runStage(changelogEntries(), [{text: '# Changelog\n'}]);
	t.deepEqual(
		drops.map(({reason}) => reason),
		['no-entries'],
	);
});
