import {CommanderError} from 'commander';
import {painter} from '../terminal/paint.ts';
import {describeError} from './describe-error.ts';
import {standardOutput, type Output} from './output.ts';
import {program} from './program.ts';
import {UsageError} from './usage-error.ts';
import {usageSentence} from './usage-sentence.ts';

/** Runs the command line and returns its exit code; results go to `output`, errors and help on wrong use to `tell`. */
export async function main(
	given: readonly string[],
	output: Output = standardOutput(),
	tell: (text: string) => void = tellError,
): Promise<number> {
	let exitCode = 0;
	const root = program(output, (code) => {
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
			error instanceof CommanderError ? new UsageError(usageSentence(error.message, command)) : error,
		);
		if (given.includes('--json')) await output.lines(JSON.stringify({type: 'error', code, message}));
		tell(`millrace: ${message}\n`);
		return failed;
	}
}

/** Whether help, or the version, was printed: because it was asked for, or because no command was given. */
const isHelp = ({code, exitCode}: CommanderError): boolean => exitCode === 0 || code === 'commander.help';

function tellError(text: string): void {
	process.stderr.write(text.replace(/^millrace:/, painter(process.stderr)('bad', 'millrace:')));
}
