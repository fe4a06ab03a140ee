import type {GeneratorCallback, Tree} from '@nx/devkit';
import {project} from './project.ts';

/** Writes a dataset: its reader and its card, a sample, its test, and its row in docs/datasets.md. */
export const dataset = (tree: Tree, {name}: {readonly name: string}): Promise<GeneratorCallback> =>
	project(tree, {kind: 'dataset', folder: 'datasets', title: 'Datasets'}, name);
