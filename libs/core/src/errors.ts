/** What a caller may branch on; the command line turns it into an exit code. */
export type ErrorCode =
	| 'usage'
	| 'schema'
	| 'gate'
	| 'locked'
	| 'corrupt'
	| 'space'
	| 'temporary'
	| 'accounts'
	| 'missing'
	| 'stopped';

/** An error that is a sentence: where, what was expected, what was found, what to do. */
export class MillraceError extends Error {
	override readonly name = 'MillraceError';
	readonly code: ErrorCode;

	constructor(code: ErrorCode, message: string, options?: ErrorOptions) {
		super(message, options);
		this.code = code;
	}
}
