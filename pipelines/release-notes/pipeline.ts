import {pipeline, utf8} from '@millrace/core';
import {
	changeKinds,
	installedChangelogs,
	installedChangelogsCard,
	lineForm,
	packageOf,
} from '@millrace/dataset-installed-changelogs';
import {toParquet} from '@millrace/io';
import {reportSettings} from '@millrace/report';
import {changelogEntries, exactDedup, length, normalizeText, split, toMessages} from '@millrace/stages';
import {promptTemplate} from '@millrace/text';

const card = {
	...installedChangelogsCard,
	title: 'Release notes by kind of change',
	description:
		'Lines of the changelogs of installed npm packages. The label is the heading above the line (Bug Fixes, Features, Keep a Changelog) or its own tag (fix:, [New]), which wins and is taken out of the text, as are hashes, issues and authors; what authors wrote in plain words (Fix ..., Add ...) stays. Lines without a label, and of kinds with fewer than fifteen, are dropped. Lines alike but for code and digits are kept once. A release lies whole in one split, so figures are of new releases of known packages: other packages are harder.',
};

const ask = promptTemplate({
	system: `Name the kind of change that a line of release notes tells of: ${changeKinds.join(', ')}.`,
	user: '{text}',
	assistant: '{label}',
});

/** Changelog lines of the installed packages, labelled with the kind of change, for classification and chat. */
export default pipeline('release-notes', installedChangelogs, {card})
	.derive('package', utf8, ({path}) => packageOf(path))
	.pipe(changelogEntries())
	.pipe(normalizeText())
	.required('label')
	.filter('rare-label', ({label}) => changeKinds.includes(label))
	.pipe(length({min: 2, unit: 'words'}))
	.derive('form', utf8, ({text}) => lineForm(text))
	.pipe(exactDedup({by: {form: utf8}}))
	.derive('release', utf8, (row) => `${row.package} ${row.version ?? 'unreleased'}`)
	.pipe(split({weights: {train: 8, validation: 1, test: 1}, columns: {group: 'release'}}))
	.pipe(toMessages(ask))
	.drop('form', 'length')
	.write(toParquet({split: 'split'}));

/** What the report looks at. */
export const report = reportSettings({text: 'text', label: 'label', group: 'release'});
