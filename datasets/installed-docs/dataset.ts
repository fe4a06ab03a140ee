import {fileURLToPath} from 'node:url';
import type {Card} from '@millrace/core';
import {fromMarkdown} from '@millrace/io';

/** What the documentation of the installed packages is, and under which terms. */
export const installedDocsCard = {
	title: 'Documentation of installed packages',
	description:
		'READMEs, changelogs, licences and other Markdown and text files of the npm packages that this workspace installs: over a thousand files, nearly all English, with code, tables and many duplicates. Each text is under the licence of its package.',
	licence: 'other',
	languages: ['en'],
} satisfies Card;

/** Where npm installs packages. */
const installed = fileURLToPath(new URL('../../node_modules/', import.meta.url));

/** The documentation of the installed packages, one row a file: `path` below node_modules, and `text`. */
export const installedDocs = fromMarkdown({
	files: {
		root: installed,
		include: ['**/*.{md,markdown,txt}', '**/{LICENSE,LICENCE,NOTICE,CHANGELOG,HISTORY,README,AUTHORS}'],
		exclude: ['.*/**', '@millrace/**', 'node/**', '**/*-linux-*/**', '**/*-darwin-*/**', '**/*-win32-*/**'],
		links: 'skip',
	},
});
