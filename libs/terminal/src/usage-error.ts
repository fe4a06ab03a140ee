/** An error of the command line; it reads and ends like a MillraceError `usage`. */
export class UsageError extends Error {
	override readonly name = 'MillraceError';
	readonly code = 'usage';
}
