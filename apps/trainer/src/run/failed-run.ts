import type {Output} from '@millrace/terminal';
import type {Teller} from '../display/teller.ts';

/** Says why a run failed; returns the exit code. */
export async function failedRun(
	name: string,
	message: string,
	{json = false}: {readonly json?: boolean},
	output: Output,
	teller: Teller,
): Promise<number> {
	if (json) await output.lines(JSON.stringify({type: 'error', recipe: name, code: 'failed', message}));
	teller.say(message);
	return failedCode;
}

/** The exit code of a run that failed for what happened in it: a loss that is not finite, a runner that was killed. */
export const failedCode = 11;
