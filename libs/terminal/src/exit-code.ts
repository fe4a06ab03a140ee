import type {ErrorCode} from '@millrace/core';

/** The exit code of an error that is a sentence; a run that was stopped ends with that of its signal instead. */
export const exitCodes: Readonly<Record<ErrorCode, number>> = {
	usage: 2,
	schema: 2,
	missing: 2,
	gate: 10,
	locked: 12,
	corrupt: 13,
	accounts: 13,
	space: 14,
	temporary: 75,
	stopped: 130,
};

/** The exit code of any other error, which is a mistake in code. */
export const bugCode = 1;
