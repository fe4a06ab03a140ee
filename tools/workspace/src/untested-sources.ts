import {basename} from 'node:path';
import ts from 'typescript';
import {isTest} from './undeclared-imports.ts';
import type {Source} from './projects.ts';

/** A source of at most so many lines needs no test of its own. */
const short = 15;

/** A contract suite is tested by every implementation that runs it. */
const suite = /^libs\/.*\bsrc\/(?:.*\/)?test-[^/]+$/;

/** Says which sources lack a test of their name beside them. Types alone, lists of exports and suites need none. */
export function untestedSources(sources: readonly Source[]): readonly string[] {
	const tested = new Set(sources.filter(({path}) => isTest(path)).map(({path}) => stem(path)));
	return sources
		.filter(
			({path, text}) =>
				!isTest(path) &&
				!suite.test(path) &&
				!path.endsWith('.d.ts') &&
				basename(path) !== 'index.ts' &&
				lines(text) > short &&
				!isTypesAlone(text),
		)
		.filter(({path}) => !tested.has(stem(path)))
		.map(({path}) => `${path} has no test; write ${stem(path)}.test.ts.`);
}

/** A path up to the first dot of its name: that of `a/b.ts`, `a/b.test.ts` and `a/b.contract.test.ts` is `a/b`. */
const stem = (path: string): string => path.replace(/(?<=[^/])\.[^/]*$/, '');

/** The number of lines of a text. */
export const lines = (text: string): number => text.trimEnd().split('\n').length;

/** Whether nothing is left of a module once its types are gone. */
export function isTypesAlone(text: string): boolean {
	const compilerOptions = {
		module: ts.ModuleKind.ESNext,
		target: ts.ScriptTarget.ESNext,
		removeComments: true,
	};
	const {outputText} = ts.transpileModule(text, {compilerOptions});
	return outputText.replace(/^\s*export \{\};\s*$/, '').trim() === '';
}
