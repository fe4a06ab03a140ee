import {z} from 'zod';
import type {Python} from './find-pyarrow.ts';
import {runChild, type Measured} from './run-child.ts';

const told = z.object({rows: z.number(), peakBytes: z.number()});

/** The command that turns a folder of JSON Lines to one Parquet file. */
export const pyarrowCommand = (
	{program}: Python,
	folder: string,
	out: string,
	threads: number,
): readonly string[] => [
	program,
	'tools/bench/src/pyarrow-baseline.py',
	folder,
	'--out',
	out,
	'--threads',
	String(threads),
];

/** Runs the baseline; `rows` are those that it wrote. */
export async function runPyarrow(
	root: string,
	command: readonly string[],
): Promise<Measured & {readonly rows: number}> {
	const measured = await runChild(command, {cwd: root});
	return {...measured, ...told.parse(JSON.parse(measured.stdout))};
}
