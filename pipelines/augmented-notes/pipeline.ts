import {wordnetSynonyms} from '@millrace/backends';
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
import {
	acceptedVariants,
	augment,
	changelogEntries,
	exactDedup,
	length,
	normalizeText,
	paraphrase,
	split,
} from '@millrace/stages';
import {eda} from '@millrace/text';

const gates = {minChrf: 40};

/** Lines of the training split; a release and all variants of its lines are one group. */
const chosen = {
	reads: {split: utf8, release: utf8},
	when: ({split}: {readonly split: string}) => split === 'train',
	group: ({release}: {readonly release: string}) => release,
	gates,
};

/** Labelled changelog lines, their training split augmented by synonyms and by small edits. */
export default pipeline('augmented-notes', installedChangelogs, {card: installedChangelogsCard})
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
	.pipe(paraphrase({...chosen, backend: wordnetSynonyms(), n: 1}))
	.pipe(augment({...chosen, by: eda(), n: 1, more: true}))
	.pipe(acceptedVariants(gates))
	.drop('form', 'length')
	.write(toParquet({split: 'split'}));

/** What the report looks at. */
export const report = reportSettings({text: 'text', label: 'label', group: 'group_id'});
