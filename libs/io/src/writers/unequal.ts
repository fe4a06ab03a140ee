import {MillraceError} from '@millrace/core';

/** The error of a shard that does not read back as the rows it was made of. */
export function unequal(format: string, difference: string, cause?: unknown): MillraceError {
	const message = `${format} shard: it does not read back as the rows that it was made of: ${difference}; it is not published, write it again.`;
	return new MillraceError('corrupt', message, cause === undefined ? undefined : {cause});
}

/** Runs a verification; whatever a reader throws on damaged bytes becomes one error. */
export async function verifying(format: string, verify: () => Promise<void>): Promise<void> {
	try {
		await verify();
	} catch (error) {
		if (error instanceof MillraceError) throw error;
		throw unequal(
			format,
			`it cannot be read (${error instanceof Error ? error.message : String(error)})`,
			error,
		);
	}
}
