import {execFileSync} from 'node:child_process';
import {join} from 'node:path';
import {formatFiles, generateFiles, type GeneratorCallback, type Tree} from '@nx/devkit';
import {namesOf} from './names.ts';
import {withEntry} from './sorted-entries.ts';

export interface StageOptions {
	readonly name: string;
	/** The folder of `libs/stages/src` that it belongs to. */
	readonly family?: string;
}

const source = 'libs/stages/src';

/**
 * Writes a stage with its test, its export and its entry in the catalogue; what it returns makes docs/stages.md anew,
 * once all is written.
 */
export async function stage(tree: Tree, {name, family = 'clean'}: StageOptions): Promise<GeneratorCallback> {
	const names = namesOf('stage', name);
	const {camel} = names;
	const taken = tree.children(source).find((folder) => tree.exists(`${source}/${folder}/${name}.ts`));
	if (taken !== undefined)
		throw new Error(`nx g stage: ${source}/${taken}/${name}.ts is there; choose another name.`);
	if (new RegExp(`\\b${camel}\\b`).test(tree.read(`${source}/index.ts`, 'utf8') ?? ''))
		throw new Error(`nx g stage: ${source}/index.ts exports ${camel} already; choose another name.`);
	const add = (file: string, entry: string, kind: RegExp): void => {
		tree.write(`${source}/${file}`, withEntry(tree.read(`${source}/${file}`, 'utf8') ?? '', entry, kind));
	};
	generateFiles(tree, join(import.meta.dirname, '../templates/stage'), `${source}/${family}`, names);
	add('index.ts', `export {${camel}} from './${family}/${name}.ts';`, exported);
	add('catalogue.ts', `import {${camel}} from './${family}/${name}.ts';`, imported);
	add('catalogue.ts', `\t{family: '${family}', stage: ${camel}, example: () => ${camel}()},`, catalogued);
	await formatFiles(tree);
	return () => {
		execFileSync('node', ['libs/stages/catalogue-docs.ts'], {cwd: tree.root, stdio: 'inherit'});
	};
}

const exported = /^export \{[^}]*\} from '(.*)';$/gm;
const imported = /^import \{[^}]*\} from '(\.\/.*)';$/gm;
const catalogued =
	/^\t\{(?:family: '(\w+)', stage: (\w+),.*\},|\n\t\tfamily: '(\w+)',\n\t\tstage: (\w+),\n[\s\S]*?\n\t\},)$/gm;
