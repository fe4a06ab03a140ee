import test, {type ExecutionContext} from 'ava';
import {pythonEnvironment, pythonOf} from './python-environment.ts';

const python = await pythonOf(pythonEnvironment);
const required = (process.env['MILLRACE_REQUIRE'] ?? '').split(',').includes('python');

/**
 * Declares a test that needs Python, whose interpreter it is given. Without the environment the test is skipped, and
 * its title says what enables it; with `MILLRACE_REQUIRE=python` it fails instead.
 */
export function pythonTest(
	title: string,
	body: (t: ExecutionContext, python: string) => Promise<void> | void,
): void {
	const missing = 'needs Python; run npm run python:setup';
	if (python !== undefined) test(title, (t) => body(t, python));
	else if (required) test(title, (t) => t.fail(missing));
	else test.skip(`${title} (${missing})`, (t) => t.fail(missing));
}
