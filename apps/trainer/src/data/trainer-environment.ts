import {join} from 'node:path';
import type {PythonEnvironment} from '@millrace/training';

/** The folder of the Python runner. */
export const runnerFolder = join(import.meta.dirname, '../../runner');

/** Its environment, which `npm run trainer:setup` makes. */
export const trainerEnvironment: PythonEnvironment = {
	folder: join(runnerFolder, '.venv'),
	requirements: join(runnerFolder, 'requirements.txt'),
	setup: 'npm run trainer:setup',
};
