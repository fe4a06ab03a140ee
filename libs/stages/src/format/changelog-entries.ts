import {defineStage, nullable, utf8} from '@millrace/core';
import {changelogEntries as entriesOf} from '@millrace/text';

/**
 * Cuts a Markdown changelog into its entries, one row each, in order: `text` without links to commits, issues and
 * authors and without its tag, `label` what kind of change the tag (`fix:`) or the heading (`Bug Fixes`) says it is, one
 * of `changelogLabels` or null, `section` the heading and `version`. A document that has none is dropped as `no-entries`.
 */
export const changelogEntries = defineStage({
	name: 'changelog-entries',
	summary: 'Cuts a Markdown changelog into its entries, one row each, with the kind of change as label.',
	needs: {text: utf8},
	adds: {text: utf8, label: nullable(utf8), section: nullable(utf8), version: nullable(utf8)},
	map({text}) {
		const entries = entriesOf(text);
		return entries.length === 0 ? {drop: 'no-entries'} : entries;
	},
});
