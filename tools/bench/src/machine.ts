import {availableParallelism, cpus, release, totalmem, type} from 'node:os';
import {MillraceError} from '@millrace/core';
import {figure} from './figure.ts';
import {pyarrowMissing, type Python} from './find-pyarrow.ts';
import {runChild} from './run-child.ts';

/** What the figures depend on: the machine and the versions. */
export async function machine(
	root: string,
	python: Python | undefined,
): Promise<readonly (readonly [string, string])[]> {
	return [
		['processor', `${cpus()[0]?.model.trim() ?? 'unknown'}, ${availableParallelism()} cores`],
		['memory', `${figure(totalmem() / 2 ** 30)} GiB`],
		['system', `${type()} ${release()}, ${process.arch}`],
		['Node', process.version],
		['pyarrow', python?.version ?? pyarrowMissing],
		['Millrace', await commit(root)],
	];
}

async function commit(root: string): Promise<string> {
	try {
		return `commit ${(await runChild(['git', 'describe', '--always', '--dirty'], {cwd: root})).stdout.trim()}`;
	} catch (error) {
		if (error instanceof MillraceError) return 'not in a git checkout';
		throw error;
	}
}
