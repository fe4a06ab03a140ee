import {CommanderError, type Command} from 'commander';
import {describeError} from './describe-error.ts';
import type {Output} from './output.ts';
import {painter} from './paint.ts';
import {UsageError} from './usage-error.ts';
import {usageSentence} from './usage-sentence.ts';

/**
 * Runs a command line, declared by `declare`, and returns its exit code; results go to `output`, errors and help on wrong
 * use to `tell`. With `--json` an error is a line of the output besides.
 */
export async function runProgram(
	name: string,
	declare: (ended: (exitCode: number) => void) => Command,
	given: readonly string[],
	output: Output,
	tell: (text: string) => void = tellError(name),
): Promise<number> {
	let exitCode = 0;
	const root = declare((code) => {
		exitCode = code;
	}).configureOutput({writeErr: tell});
	try {
		await root.parseAsync([...given], {from: 'user'});
		return exitCode;
	} catch (error) {
		if (error instanceof CommanderError && isHelp(error)) return error.exitCode === 0 ? 0 : 2;
		const command = root.commands.find((each) => given.includes(each.name()))?.name();
		const {
			code,
			message,
			exitCode: failed,
		} = describeError(
			error instanceof CommanderError ? new UsageError(usageSentence(name, error.message, command)) : error,
		);
		if (given.includes('--json')) await output.lines(JSON.stringify({type: 'error', code, message}));
		tell(`${name}: ${message}\n`);
		return failed;
	}
}

/** The end of a command's help: what one can type, and what it does. */
export function exampleText(...lines: readonly (readonly [command: string, does: string])[]): string {
	const longest = Math.max(...lines.map(([command]) => command.length));
	return `\nExamples:\n${lines.map(([command, does]) => `  $ ${command.padEnd(longest)}  ${does}`).join('\n')}\n`;
}

/** Whether help, or the version, was printed: because it was asked for, or because no command was given. */
const isHelp = ({code, exitCode}: CommanderError): boolean => exitCode === 0 || code === 'commander.help';

const tellError = (name: string) => (text: string) => {
	const prefix = `${name}:`;
	process.stderr.write(
		text.startsWith(prefix) ? painter(process.stderr)('bad', prefix) + text.slice(prefix.length) : text,
	);
};
