import {runProgram, standardOutput, type Output} from '@millrace/terminal';
import {program} from './program.ts';

/** Runs the command line and returns its exit code; results go to `output`, errors and help on wrong use to `tell`. */
export const main = async (
	given: readonly string[],
	output: Output = standardOutput(),
	tell?: (text: string) => void,
): Promise<number> => runProgram('millrace', (ended) => program(output, ended), given, output, tell);
