import {isBuiltin} from 'node:module';
import ts from 'typescript';
import type {Project} from './projects.ts';

/**
 * Says which packages a project imports without declaring them. npm links every package of the workspace and hoists
 * the others, so that such an import works here and fails elsewhere. Tests, build scripts and private projects may use
 * devDependencies, those of the root included.
 */
export function undeclaredImports(
	{folder, manifest, sources}: Project,
	rootDevelopment: Iterable<string>,
): readonly string[] {
	const declared = new Set(
		[manifest.dependencies, manifest.peerDependencies, manifest.optionalDependencies].flatMap(Object.keys),
	);
	const developing = new Set([...declared, ...Object.keys(manifest.devDependencies), ...rootDevelopment]);
	const missing = sources.flatMap(({path, text}) => {
		const development = manifest.private || isDevelopment(path);
		const allowed = development ? developing : declared;
		return importedPackages(text)
			.filter((name) => name !== manifest.name && !allowed.has(name) && !allowed.has(`@types/${name}`))
			.map((name) => ({
				path,
				lack: `${name}, add it to the ${development ? 'devDependencies' : 'dependencies'} of ${folder}/package.json`,
			}));
	});
	return [...Map.groupBy(missing, ({lack}) => lack)].map(([lack, files]) => {
		const others = files.length > 1 ? ` and ${files.length - 1} more` : '';
		return `${files[0]?.path ?? folder}${others}: undeclared import of ${lack}.`;
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
