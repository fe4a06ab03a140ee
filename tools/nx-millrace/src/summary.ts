import {stripVTControlCharacters} from 'node:util';

/** What the summary reads of an Nx task; cached tasks replay their output. */
export interface Ran {
	readonly task: {readonly target: {readonly project: string; readonly target: string}};
	readonly status: string;
	readonly terminalOutput?: string;
}

/**
 * The closing lines of a run: `812 passed, 0 failed, 1 skipped`, then each skipped test. A task that failed without
 * a failing test, such as a lint, counts as one failure. No lines where no tests ran and nothing failed.
 */
export function summary(results: readonly Ran[]): readonly string[] {
	const counts = results.map(count);
	const skipped = counts.flatMap((each) => each.skipped).toSorted();
	const [passed, failed] = [sum(counts.map((each) => each.passed)), sum(counts.map((each) => each.failed))];
	if (passed + failed + skipped.length === 0) return [];
	return [
		`${passed} passed, ${failed} failed, ${skipped.length} skipped`,
		...skipped.map((line) => `  skipped ${line}`),
	];
}

function count({task, status, terminalOutput = ''}: Ran): {
	readonly passed: number;
	readonly failed: number;
	readonly skipped: readonly string[];
} {
	const lines = stripVTControlCharacters(terminalOutput).split(/[\r\n]+/);
	// AVA leaves the number of passed tests out of its totals when one fails, so the marks are counted.
	const passed = lines.filter((line) => /^ *✔ /.test(line)).length;
	const failed = lines.filter((line) => /^ *✘ /.test(line)).length;
	const skipped = lines.flatMap((line) => {
		const title = /^ *- \[(?:skip|todo)\] (.*)$/.exec(line)?.[1];
		return title === undefined ? [] : [`${task.target.project}: ${title}`];
	});
	return {passed, failed: status === 'failure' ? Math.max(failed, 1) : failed, skipped};
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);
