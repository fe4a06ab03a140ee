import {basename, dirname} from 'node:path';
import type {CreateNodes, PostTasksExecution, TargetConfiguration} from '@nx/devkit';
import {summary} from './summary.ts';

/** Infers the targets of every declared pipeline; `nx show project <name>` prints them. */
export const createNodes: CreateNodes = [
	'pipelines/*/pipeline.ts',
	(files) =>
		files.map((file) => {
			const root = dirname(file);
			return [file, {projects: {[root]: {targets: pipelineTargets(basename(root))}}}];
		}),
];

/** Ends every run of tests with their counts, and with what was skipped and why. */
export const postTasksExecution: PostTasksExecution = (_options, {taskResults}) => {
	const lines = summary(Object.values(taskResults));
	if (lines.length > 0) console.log(`\n${lines.join('\n')}`);
};

/** The targets of one pipeline. Nx caches `smoke` alone: what the others read lies outside the repository. */
export function pipelineTargets(name: string): Record<string, TargetConfiguration> {
	return {
		smoke: {...command('ava', '{projectRoot}', 'Runs the pipeline on its fixture.'), cache: true},
		refresh: command(millrace('refresh', name), '{workspaceRoot}', 'Publishes a new version of the dataset.'),
		report: command(millrace('report', name), '{workspaceRoot}', 'Reports on the published version.'),
	};
}

const millrace = (verb: string, name: string): string => `node apps/millrace/src/main.ts ${verb} ${name}`;

const command = (line: string, cwd: string, description: string): TargetConfiguration => ({
	executor: 'nx:run-commands',
	options: {command: line, cwd},
	cache: false,
	metadata: {description, technologies: ['millrace']},
});
