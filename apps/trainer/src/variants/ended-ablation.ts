import type {Output} from '@millrace/terminal';
import type {Teller} from '../display/teller.ts';
import {failedRun} from '../run/failed-run.ts';
import type {Ablated} from './ablate-recipe.ts';

/** Says that an ablation was stopped, or failed; returns the exit code. */
export async function endedAblation(
	ablated: Ablated | undefined,
	name: string,
	flags: {readonly json?: boolean},
	output: Output,
	teller: Teller,
): Promise<number> {
	if (ablated?.outcome === 'failed') return failedRun(name, ablated.error, flags, output, teller);
	teller.say(`${name}: the ablation was stopped; the same command goes on from there.`);
	return 0;
}
