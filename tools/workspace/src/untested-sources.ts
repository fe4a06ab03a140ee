import {basename} from 'node:path';
import ts from 'typescript';
import {isTest} from './undeclared-imports.ts';
import type {Source} from './projects.ts';

/** A source of at most so many lines needs no test of its own. */
const short = 15;

/** A contract suite is tested by every implementation that runs it. */
const suite = /^libs\/testing\/src\/test-[^/]+$/;

/** Says which sources lack a test of their name beside them. Types alone, lists of exports and suites need none. */
export function untestedSources(sources: readonly Source[]): readonly string[] {
	const paths = new Set(sources.map(({path}) => path));
	return sources
		.filter(
			({path, text}) =>
				!isTest(path) &&
				!suite.test(path) &&
				basename(path) !== 'index.ts' &&
				lines(text) > short &&
				!isTypesAlone(text),
		)
		.map(({path}) => ({path, twin: path.replace(/\.ts$/, '.test')}))
		.filter(({twin}) => !paths.has(`${twin}.ts`) && !paths.has(`${twin}-d.ts`))
		.map(({path, twin}) => `${path} has no test; write ${twin}.ts.`);
}

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
