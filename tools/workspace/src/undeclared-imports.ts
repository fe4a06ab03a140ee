import {isBuiltin} from 'node:module';
import ts from 'typescript';
import type {Project} from './projects.ts';

/**
 * Says which packages a project imports without declaring them. npm links every package of the workspace and hoists
 * the others, so that such an import works here and fails elsewhere. Tests and build scripts may use devDependencies,
 * those of the root included.
 */
export function undeclaredImports(
	{folder, manifest, sources}: Project,
	rootDevelopment: Iterable<string>,
): readonly string[] {
	const declared = new Set(
		[manifest.dependencies, manifest.peerDependencies, manifest.optionalDependencies].flatMap(Object.keys),
	);
	const developing = new Set([...declared, ...Object.keys(manifest.devDependencies), ...rootDevelopment]);
	return sources.flatMap(({path, text}) => {
		const [allowed, where] = isDevelopment(path)
			? [developing, 'dependencies or devDependencies']
			: [declared, 'dependencies'];
		return importedPackages(text)
			.filter((name) => name !== manifest.name && !allowed.has(name) && !allowed.has(`@types/${name}`))
			.map((name) => `${path} imports ${name}; add it to the ${where} of ${folder}/package.json.`);
	});
}

/** The packages that a module imports, sorted: neither its own files nor what Node brings. */
export function importedPackages(text: string): readonly string[] {
	const names = ts
		.preProcessFile(text, true, true)
		.importedFiles.map(({fileName}) => fileName)
		.filter((name) => !/^[./]/.test(name) && !isBuiltin(name) && !name.includes(':'))
		.map((name) => /^(?:@[^/]+\/)?[^/]+/.exec(name)?.[0] ?? name);
	return [...new Set(names)].toSorted();
}

/** Whether a file serves development alone: a test, or a script of a lib outside of `src`. */
const isDevelopment = (path: string): boolean => isTest(path) || /^libs\/[^/]+\/(?!src\/)/.test(path);

/** Whether a file is a test, of values or of types. */
export const isTest = (path: string): boolean => /\.test(?:-d)?\.ts$/.test(path);
