import {visibleLines} from './visible.ts';
import {bugCode, exitCodes} from './exit-code.ts';

/** What a person is told of an error, and how the program ends. */
export interface ErrorReport {
	/** Sentences for an error of Millrace; for a mistake in code its stack besides. */
	readonly message: string;
	readonly exitCode: number;
	/** The code of an error of Millrace; `bug` for any other. */
	readonly code: string;
}

/** Describes anything that was thrown. */
export function describeError(error: unknown): ErrorReport {
	const code = codeOf(error);
	if (code) return {message: visibleLines(messageOf(error)), exitCode: exitCodes[code], code};
	const told =
		'this is a mistake in code, of Millrace or of the pipeline; where it is not yours, report it with what follows.';
	return {
		message: `${told}\n${visibleLines(stacks(error).join('\ncaused by '))}`,
		exitCode: bugCode,
		code: 'bug',
	};
}

/** A UsageError counts too, which is no MillraceError by its class. */
function codeOf(error: unknown): keyof typeof exitCodes | undefined {
	if (!(error instanceof Error) || error.name !== 'MillraceError' || !('code' in error)) return undefined;
	const {code} = error;
	return typeof code === 'string' && isCode(code) ? code : undefined;
}

const isCode = (code: string): code is keyof typeof exitCodes => Object.hasOwn(exitCodes, code);

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

function stacks(error: unknown): readonly string[] {
	if (!(error instanceof Error)) return [String(error)];
	return [error.stack ?? error.message, ...(error.cause === undefined ? [] : stacks(error.cause))];
}
