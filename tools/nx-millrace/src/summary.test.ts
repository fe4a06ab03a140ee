import test from 'ava';
import {summary, type Ran} from './summary.ts';

const ran = (project: string, target: string, status: string, terminalOutput: string): Ran => ({
	task: {target: {project, target}},
	status,
	terminalOutput,
});

const green =
	'\u001B[32m  ✔\u001B[39m a › reads\n  - [skip] a › equal in pyarrow (needs Python; run npm run python:setup)\n  ─\n\n  1 test passed\n';

test('counts the tests of fresh and cached tasks alike', (t) => {
	t.is(
		summary([ran('io', 'test', 'success', green), ran('core', 'test', 'local-cache', green)])[0],
		'2 passed, 0 failed, 2 skipped',
	);
});

test('names each skipped test, its project and what enables it', (t) => {
	t.deepEqual(summary([ran('io', 'test', 'success', green)]).slice(1), [
		'  skipped io: a › equal in pyarrow (needs Python; run npm run python:setup)',
	]);
});

test('counts what passed beside a failure', (t) => {
	const red =
		'  ✔ a\n  ✘ [fail]: b Test failed\n  ✘ src/b.test.ts exited with a non-zero exit code: 1\n  1 test failed\n';
	t.deepEqual(summary([ran('io', 'test', 'failure', red)]), ['1 passed, 2 failed, 0 skipped']);
});

test('counts a failed lint as one failure', (t) => {
	t.deepEqual(
		summary([ran('io', 'lint', 'failure', '3 problems'), ran('io', 'test', 'success', '  ✔ a\n')]),
		['1 passed, 1 failed, 0 skipped'],
	);
});

test('says nothing where no test ran', (t) => {
	t.deepEqual(summary([ran('io', 'typecheck', 'success', '')]), []);
});
