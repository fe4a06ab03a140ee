import {basename} from 'node:path';
import ts from 'typescript';
import type {Source} from './projects.ts';
import {lines} from './untested-sources.ts';

const longest = 300;
const unusedWords = ['processor', 'handler', 'manager', 'helper', 'util', 'service', 'job'];

/** Says what is wrong with the shape of a source: its name, its length, or an index that is no list of exports. */
export function sourceFaults({path, text}: Source): readonly string[] {
	const name = basename(path);
	const faults: string[] = [];
	if (!/^[a-z0-9]+(?:[-.][a-z0-9]+)*\.ts$/.test(name)) faults.push(`${path}: expected a name in kebab-case.`);
	const word = unusedWords.find((each) =>
		name.split(/[-.]/).some((part) => part === each || part === `${each}s`),
	);
	if (word !== undefined) faults.push(`${path}: "${word}" names nothing; name the file for its main export.`);
	if (lines(text) > longest)
		faults.push(
			`${path}: expected at most ${longest} lines, found ${lines(text)}; give part of it a file of its own.`,
		);
	if (/^export \*/m.test(text)) faults.push(`${path}: "export *" hides what is exported; list the names.`);
	if (name === 'index.ts' && !isExportList(text))
		faults.push(`${path}: an index only lists exports; move the rest to a file of its own.`);
	return faults;
}

const isExportList = (text: string): boolean =>
	ts.createSourceFile('index.ts', text, ts.ScriptTarget.Latest).statements.every(ts.isExportDeclaration);
