import type {GeneratorCallback, Tree} from '@nx/devkit';
import {project} from './project.ts';

/** Writes a pipeline that runs: its declaration, its test with a fixture, and its row in docs/pipelines.md. */
export const pipeline = (tree: Tree, {name}: {readonly name: string}): Promise<GeneratorCallback> =>
	project(tree, {kind: 'pipeline', folder: 'pipelines', title: 'Pipelines'}, name);
