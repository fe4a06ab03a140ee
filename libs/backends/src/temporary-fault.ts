/** A failure of one attempt that another may not have. */
export class TemporaryFault extends Error {
	override readonly name = 'TemporaryFault';
	/** Milliseconds after which the server wants to be asked again. */
	readonly retryAfterMs: number | undefined;

	constructor(message: string, options: ErrorOptions & {readonly retryAfterMs?: number | undefined} = {}) {
		super(message, options);
		this.retryAfterMs = options.retryAfterMs;
	}
}
