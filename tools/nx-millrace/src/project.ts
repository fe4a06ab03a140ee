import {execFileSync} from 'node:child_process';
import {join} from 'node:path';
import {
	formatFiles,
	generateFiles,
	getProjects,
	updateJson,
	type GeneratorCallback,
	type Tree,
} from '@nx/devkit';
import {addRow} from './add-row.ts';
import {namesOf} from './names.ts';

/** A kind of project that a generator writes. */
export interface ProjectKind {
	readonly kind: 'pipeline' | 'dataset';
	/** The folder that holds projects of the kind, and the page of docs that lists them. */
	readonly folder: string;
	readonly title: string;
}

/** Writes a project from its template, with its row in docs; what it returns links the project once it is written. */
export async function project(
	tree: Tree,
	{kind, folder, title}: ProjectKind,
	name: string,
): Promise<GeneratorCallback> {
	const names = namesOf(kind, name);
	const root = `${folder}/${name}`;
	const taken = getProjects(tree).get(name)?.root ?? (tree.exists(root) ? root : undefined);
	if (taken !== undefined) throw new Error(`nx g ${kind}: ${taken} has the name ${name}; choose another.`);
	generateFiles(tree, join(import.meta.dirname, '../templates', kind), root, names);
	addRow(tree, `docs/${folder}.md`, title, [`[${name}](../${root}/${kind}.ts)`, `${names.title}.`]);
	updateJson(tree, 'tsconfig.json', withReference(`./${root}`));
	await formatFiles(tree);
	return () => {
		// npm ci refuses a workspace that the lock file does not know.
		execFileSync('npm', ['install', '--prefer-offline', '--ignore-scripts', '--no-audit', '--no-fund'], {
			cwd: tree.root,
			stdio: 'inherit',
		});
	};
}

interface References {
	readonly references?: readonly {readonly path: string}[];
}

const withReference =
	(path: string) =>
	(config: References): References => ({...config, references: [...(config.references ?? []), {path}]});
