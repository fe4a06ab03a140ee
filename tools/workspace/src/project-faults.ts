import {basename, dirname} from 'node:path';
import type {Project} from './projects.ts';

/** Says what is wrong with a project's package.json: name, layer, licence, kind of modules, scripts. */
export function projectFaults({folder, manifest}: Project): readonly string[] {
	const kind = dirname(folder);
	const scripts = kind === 'pipelines' ? {lint: 'eslint .'} : {test: 'ava', lint: 'eslint .'};
	const expected: readonly (readonly [field: string, found: string, expected: string])[] = [
		['type', manifest.type, 'module'],
		['license', manifest.license, 'Apache-2.0'],
		['nx.tags', manifest.nx.tags.join(' '), `layer:${layerOf(folder)}`],
		['nx.name', manifest.nx.name, nxName(folder, manifest.nx.name)],
		['name', manifest.name.slice(0, 10), '@millrace/'],
		['private', String(manifest.private), String(kind !== 'libs' && kind !== 'apps')],
		...Object.entries(scripts).map(
			([name, line]) => [`scripts.${name}`, manifest.scripts[name] ?? 'nothing', line] as const,
		),
	];
	const faults = expected
		.filter(([, found, wanted]) => found !== wanted)
		.map(([field, found, wanted]) => `${folder}/package.json: ${field}: expected ${wanted}, found ${found}.`);
	// The plugin infers the target that runs a pipeline's tests, so that they do not run twice.
	if (kind === 'pipelines' && 'test' in manifest.scripts)
		faults.push(
			`${folder}/package.json: scripts.test: remove it; the target smoke runs the tests of a pipeline.`,
		);
	return faults;
}

/** The name of its folder; a dataset may add that it is one, since a pipeline may bear its name and Nx knows one of each. */
function nxName(folder: string, found: string): string {
	const name = basename(folder);
	return dirname(folder) === 'datasets' && found === `${name}-dataset` ? found : name;
}

/** The layer of a project: a lib's own name, or the folder that a project lies in. */
export const layerOf = (folder: string): string =>
	dirname(folder) === 'libs' ? basename(folder) : dirname(folder);
