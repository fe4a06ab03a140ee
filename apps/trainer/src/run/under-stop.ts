import {MillraceError} from '@millrace/core';
import {stopSignals, type Output} from '@millrace/terminal';
import {tellerOf, type Teller} from '../display/teller.ts';

/** Runs a body that a signal stops after a checkpoint, with what tells how it goes; returns its exit code, or that of the signal. */
export async function underStop(
	{json}: {readonly json?: boolean},
	output: Output,
	body: (teller: Teller, signal: AbortSignal, stopCode: () => number | undefined) => Promise<number>,
): Promise<number> {
	const teller = await tellerOf(output, json === true);
	using stop = stopSignals((name) => {
		teller.say(`${name}: stopping after a checkpoint; once more to end at once.`);
	});
	const stopCode = (): number | undefined => stop.exitCode;
	try {
		const code = await body(teller, stop.signal, stopCode);
		return stopCode() ?? code;
	} catch (error) {
		if (error instanceof MillraceError && error.code === 'stopped' && stop.exitCode !== undefined)
			return stop.exitCode;
		throw error;
	} finally {
		teller.end();
	}
}
