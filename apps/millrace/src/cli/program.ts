import {packageVersion, exampleText, type Output, settings, wholeNumber} from '@millrace/terminal';
import {Command} from 'commander';
import type {PreviewFlags} from '../commands/preview.ts';
import type {ReportFlags} from '../commands/report.ts';
import type {RunFlags} from '../commands/run-pipeline.ts';
import type {ShowFlags} from '../commands/show.ts';
import type {StatusFlags} from '../commands/status.ts';
import type {VerifyFlags} from '../commands/verify.ts';
import type {DoctorFlags} from '../commands/doctor.ts';
import {outOption, pipelineArgument, published, setOption} from './common-options.ts';
import {rowCommands} from './row-commands.ts';

/** Declares the command line; what a command needs is loaded when it runs, and `ended` takes its exit code. */
export function program(output: Output, ended: (exitCode: number) => void): Command {
	const root = new Command('millrace')
		.description(
			'Turns raw documents into fine-tuning datasets: runs pipelines, publishes verified shards, shows what is in them.',
		)
		.version(
			packageVersion(new URL('../../package.json', import.meta.url)),
			'-V, --version',
			'print the version of millrace',
		)
		.helpOption('-h, --help', 'print this help')
		.helpCommand(false)
		.enablePositionalOptions()
		.exitOverride()
		.configureOutput({outputError: () => undefined})
		.addHelpText(
			'after',
			exampleText(
				['millrace refresh package-docs', 'run a pipeline and publish a version'],
				['millrace show package-docs', 'look at its rows'],
				['millrace preview package-docs', 'see what each stage does to the first rows'],
				['millrace refresh --help', 'help on one command'],
			),
		);

	running(
		root.command('refresh'),
		'Runs a pipeline, publishes a new version and makes its report; does nothing where nothing changed.',
	)
		.option('--no-report', 'make no report')
		.addHelpText(
			'after',
			exampleText(
				['millrace refresh package-docs', 'publish to data/package-docs'],
				['millrace refresh package-docs --limit 100 --out /tmp/try', 'try it on 100 records, elsewhere'],
				[
					'millrace refresh pipelines/package-docs/pipeline.ts --set minimum=40',
					'set an option of the pipeline',
				],
				['millrace refresh package-docs --json', 'follow it by another program'],
			),
		)
		.action(async (pipeline: string, flags: RunFlags) => {
			const {refreshCommand} = await import('../commands/refresh.ts');
			ended(await refreshCommand(pipeline, flags, output));
		});

	running(root.command('run'), 'Runs a pipeline without publishing; the next refresh uses what it computed.')
		.addHelpText(
			'after',
			exampleText(
				['millrace run package-docs', 'see what would be dropped'],
				['millrace run package-docs --limit 1000', 'on the first 1,000 records'],
			),
		)
		.action(async (pipeline: string, flags: RunFlags) => {
			const {runCommand} = await import('../commands/run.ts');
			ended(await runCommand(pipeline, flags, output));
		});

	root
		.command('preview')
		.description(
			'Runs the first records through a pipeline and shows what each stage made of them; keeps nothing.',
		)
		.argument('<pipeline>', pipelineArgument)
		.option('--rows <n>', 'records to read', wholeNumber('--rows', 1, 10_000), 5)
		.option('--set <option=value>', setOption, settings)
		.option('--json', 'one JSON line a stage')
		.addHelpText(
			'after',
			exampleText(
				['millrace preview package-docs', 'the first 5 records'],
				['millrace preview package-docs --rows 20 --set minimum=40', 'more, with another option'],
			),
		)
		.action(async (pipeline: string, flags: PreviewFlags) => {
			const {previewCommand} = await import('../commands/preview.ts');
			ended(await previewCommand(pipeline, flags, output));
		});

	published(
		root.command('show'),
		'Shows rows of a published version, or those that it dropped or quarantined.',
	)
		.option('--dropped [reason]', 'rows that were dropped, for a reason or for any')
		.option('--quarantined', 'rows that could not be processed, with their errors')
		.option('--split <name>', 'rows of one split')
		.option('--rows <n>', 'rows to show', wholeNumber('--rows', 1), 10)
		.option('--json', 'one JSON line a row')
		.addHelpText(
			'after',
			exampleText(
				['millrace show package-docs', 'the first 10 rows'],
				['millrace show package-docs --split test --rows 50', 'of one split'],
				['millrace show package-docs --dropped too-short', 'what was dropped for a reason'],
				['millrace show package-docs --quarantined --json', 'for another program'],
			),
		)
		.action(async (pipeline: string, flags: ShowFlags) => {
			const {showCommand} = await import('../commands/show.ts');
			ended(await showCommand(pipeline, flags, output));
		});

	rowCommands(root, output, ended);

	published(root.command('report'), 'Makes the report of a version anew and prints where it is.')
		.option('--json', 'one JSON line with the path, the verdict and what to look at')
		.addHelpText(
			'after',
			exampleText(
				['millrace report package-docs', 'the newest version'],
				['millrace report package-docs --version 3', 'an earlier one'],
			),
		)
		.action(async (pipeline: string, flags: ReportFlags) => {
			const {reportCommand} = await import('../commands/report.ts');
			ended(await reportCommand(pipeline, flags, output));
		});

	root
		.command('status')
		.description(
			'Shows the versions of a dataset, who works on it and what room it takes; of all datasets where none is named.',
		)
		.argument('[pipeline]', pipelineArgument)
		.option('--out <folder>', outOption)
		.option('--json', 'one JSON line a dataset')
		.addHelpText(
			'after',
			exampleText(
				['millrace status', 'all datasets of the workspace'],
				['millrace status package-docs', 'the versions of one'],
			),
		)
		.action(async (pipeline: string | undefined, flags: StatusFlags) => {
			const {statusCommand} = await import('../commands/status.ts');
			ended(await statusCommand(pipeline, flags, output));
		});

	published(
		root.command('verify'),
		'Checks every file of a version against its manifest and reads every shard back.',
	)
		.option('--json', 'one JSON line with all that is wrong')
		.addHelpText(
			'after',
			exampleText(
				['millrace verify package-docs', 'the newest version'],
				['millrace verify package-docs --version 3', 'an earlier one'],
			),
		)
		.action(async (pipeline: string, flags: VerifyFlags) => {
			const {verifyCommand} = await import('../commands/verify.ts');
			ended(await verifyCommand(pipeline, flags, output));
		});

	root
		.command('doctor')
		.description(
			'Checks what Millrace needs on this machine and names the command that mends what is missing.',
		)
		.option('--out <folder>', 'folder of the data (default: data in the workspace)')
		.option('--json', 'one JSON line a check')
		.addHelpText(
			'after',
			exampleText(
				['millrace doctor', 'this machine and the data folder'],
				['millrace doctor --out /mnt/data', 'another folder'],
			),
		)
		.action(async (flags: DoctorFlags) => {
			const {doctorCommand} = await import('../commands/doctor.ts');
			ended(await doctorCommand(flags, output));
		});
	return root;
}

/** What commands that run a pipeline have in common. */
const running = (command: Command, description: string): Command =>
	command
		.description(description)
		.argument('<pipeline>', pipelineArgument)
		.option('--limit <n>', 'read only this many records', wholeNumber('--limit', 1))
		.option('--set <option=value>', setOption, settings)
		.option('--out <folder>', outOption)
		.option(
			'--workers <n>',
			'worker threads (default: one a processor, at most 8)',
			wholeNumber('--workers', 1, 256),
		)
		.option('--json', 'one JSON line an event, the result last');
