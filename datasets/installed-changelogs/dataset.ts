import {fileURLToPath} from 'node:url';
import type {Card} from '@millrace/core';
import {fromMarkdown} from '@millrace/io';

/** What the changelogs of the installed packages are, and under which terms. */
export const installedChangelogsCard = {
	title: 'Changelogs of installed packages',
	description:
		'The changelogs that the npm packages of this workspace bring: some seventy files of a few kilobytes to a few hundred, nearly all English, in many conventions. Each text is under the licence of its package.',
	licence: 'other',
	languages: ['en'],
} satisfies Card;

/** Where npm installs packages. */
const installed = fileURLToPath(new URL('../../node_modules/', import.meta.url));

/** The changelogs of the installed packages, one row a file: `path` below node_modules, and `text`. */
export const installedChangelogs = fromMarkdown({
	files: {
		root: installed,
		include: [
			'**/{CHANGELOG,Changelog,ChangeLog,changelog,HISTORY,History,history,CHANGES,Changes,RELEASES,RELEASE-NOTES}*.{md,markdown,txt}',
			'**/{CHANGELOG,HISTORY,CHANGES}',
		],
		exclude: ['.*/**', '@millrace/**', 'node/**', '**/*-linux-*/**', '**/*-darwin-*/**', '**/*-win32-*/**'],
		links: 'skip',
	},
});

export {changeKinds, lineForm, packageOf} from './changelog-lines.ts';
