import {glob, readFile} from 'node:fs/promises';
import {dirname, join} from 'node:path';
import {z} from 'zod';

/** A project of the workspace: a folder with a package.json. */
export interface Project {
	/** Relative to the workspace, with `/`: `libs/core`. */
	readonly folder: string;
	readonly manifest: Manifest;
	/** Its TypeScript files, sorted by path; neither fixtures nor what a build wrote. */
	readonly sources: readonly Source[];
}

export interface Source {
	/** Relative to the workspace. */
	readonly path: string;
	readonly text: string;
}

export type Manifest = z.infer<typeof manifestShape>;

/** The folder of the workspace. */
export const workspaceFolder = join(import.meta.dirname, '../../..');

/** Reads every project of a workspace, sorted by folder. */
export async function readProjects(workspace = workspaceFolder): Promise<readonly Project[]> {
	const manifests = await Array.fromAsync(
		glob('{libs,apps,pipelines,datasets,tools}/*/package.json', {cwd: workspace}),
	);
	return Promise.all(manifests.toSorted().map((path) => readProject(workspace, dirname(path))));
}

async function readProject(workspace: string, folder: string): Promise<Project> {
	const manifest = manifestShape.parse(
		JSON.parse(await readFile(join(workspace, folder, 'package.json'), 'utf8')),
	);
	const paths = await Array.fromAsync(glob(`${folder}/**/*.ts`, {cwd: workspace, exclude: isForeign}));
	const sources = paths
		.filter((path) => !path.endsWith('.generated.ts'))
		.toSorted()
		.map(async (path) => ({path, text: await readFile(join(workspace, path), 'utf8')}));
	return {folder, manifest, sources: await Promise.all(sources)};
}

const foreign = /(?:^|\/)(?:node_modules|dist|fixtures|templates|assembly|coverage)$/;

const isForeign = (path: string): boolean => foreign.test(path);

const versions = z.record(z.string(), z.string()).default({});

const manifestShape = z.object({
	name: z.string(),
	version: z.string(),
	private: z.boolean().default(false),
	type: z.string(),
	license: z.string(),
	dependencies: versions,
	devDependencies: versions,
	peerDependencies: versions,
	optionalDependencies: versions,
	scripts: versions,
	nx: z.object({name: z.string(), tags: z.array(z.string())}),
});
