import {join} from 'node:path';
import type {PythonEnvironment} from '@millrace/training';

const workspace = join(import.meta.dirname, '../../..');

/** The Python environment of the tests of this workspace. */
export const pythonEnvironment: PythonEnvironment = {
	folder: join(workspace, '.venv'),
	requirements: join(workspace, 'tools/python/requirements.txt'),
	setup: 'npm run python:setup',
};
