import {wholeNumber} from '@millrace/terminal';
import type {Command} from 'commander';

/** What commands that look at a version have in common. */
export const published = (command: Command, description: string): Command =>
	command
		.description(description)
		.argument('<pipeline>', pipelineArgument)
		.option('--version <n>', 'number of the version (default: the newest)', wholeNumber('--version', 1))
		.option('--out <folder>', outOption);

export const pipelineArgument = 'name of a pipeline under pipelines/, or path of its module';
export const outOption = 'folder of the dataset (default: data/<pipeline>)';
export const setOption = 'set an option of the pipeline; may be given several times';
