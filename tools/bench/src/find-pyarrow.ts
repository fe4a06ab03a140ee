import {runChild} from './run-child.ts';

/** A Python that has pyarrow. */
export interface Python {
	readonly program: string;
	/** Of pyarrow. */
	readonly version: string;
}

export const pyarrowMissing = 'no Python with pyarrow; run `npm run python:setup`';

/** The first of the programs that imports pyarrow: the pinned environment, then the system's Python. */
export async function findPyarrow(
	root: string,
	programs: readonly string[] = ['.venv/bin/python', 'python3'],
): Promise<Python | undefined> {
	for (const program of programs) {
		try {
			const {stdout} = await runChild([program, '-c', 'import pyarrow; print(pyarrow.__version__)'], {
				cwd: root,
			});
			return {program, version: stdout.trim()};
		} catch {
			// The next one may have it.
		}
	}
	return undefined;
}
