import {CommanderError} from 'commander';
import {painter} from '../terminal/paint.ts';
import {describeError} from './describe-error.ts';
import {standardOutput} from './output.ts';
import {program} from './program.ts';
import {UsageError} from './usage-error.ts';
import {usageSentence} from './usage-sentence.ts';

/** Runs the command line and returns its exit code; every error is told on standard error. */
export async function main(given: readonly string[]): Promise<number> {
	const output = standardOutput();
	let exitCode = 0;
	const root = program(output, (code) => {
		exitCode = code;
	});
	try {
		await root.parseAsync([...given], {from: 'user'});
		return exitCode;
	} catch (error) {
		// Help and the version were asked for and printed.
		if (error instanceof CommanderError && (error.exitCode === 0 || error.code === 'commander.help'))
			return error.exitCode === 0 ? 0 : 2;
		const command = root.commands.find((each) => given.includes(each.name()))?.name();
		const failed = describeError(
			error instanceof CommanderError ? new UsageError(usageSentence(error.message, command)) : error,
		);
		if (given.includes('--json'))
			await output.lines(JSON.stringify({type: 'error', code: failed.code, message: failed.message}));
		process.stderr.write(`${painter(process.stderr)('bad', 'millrace:')} ${failed.message}\n`);
		return failed.exitCode;
	}
}
