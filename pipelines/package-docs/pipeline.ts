import {pipeline, utf8} from '@millrace/core';
import {installedDocs, installedDocsCard} from '@millrace/dataset-installed-docs';
import {toParquet} from '@millrace/io';
import {exactDedup, length, markdownSections, normalizeText, split, wordTokens} from '@millrace/stages';

/** The npm package that a path below node_modules belongs to. */
const packageOf = (path: string): string => {
	const [first = '', second = ''] = path.split('node_modules/').at(-1)?.split('/') ?? [];
	return first.startsWith('@') ? `${first}/${second}` : first;
};

/** Clean sections of the documentation of the installed packages. */
export default pipeline('package-docs', installedDocs, {card: installedDocsCard})
	.derive('package', utf8, ({path}) => packageOf(path))
	.pipe(normalizeText())
	.pipe(exactDedup())
	.pipe(markdownSections())
	.pipe(length({min: 20, unit: 'words'}))
	.pipe(exactDedup())
	.pipe(split({columns: {group: 'package'}}))
	.pipe(wordTokens())
	.write(toParquet({split: 'split'}));
