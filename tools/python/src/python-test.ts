import {pythonOf} from '@millrace/training';
import test, {type ExecutionContext} from 'ava';
import {pythonEnvironment} from './python-environment.ts';

const python = await pythonOf(pythonEnvironment);
const missing = 'needs Python; run npm run python:setup';

/**
 * Declares a test that needs Python, whose interpreter it is given. Without the environment the test is skipped, and
 * its title says what enables it; with `MILLRACE_REQUIRE=python` it fails instead.
 */
export function pythonTest(
	title: string,
	body: (t: ExecutionContext, python: string) => Promise<void> | void,
): void {
	if (python !== undefined) test(title, (t) => body(t, python));
	else if (isRequired('python', process.env['MILLRACE_REQUIRE'])) test(title, (t) => t.fail(missing));
	else test.skip(`${title} (${missing})`, (t) => t.fail(missing));
}

/** Whether a list such as `python,chromium` names a tool. */
export const isRequired = (tool: string, list = ''): boolean => list.split(',').includes(tool);
