import {
	exampleText,
	packageVersion,
	settings,
	UsageError,
	wholeNumber,
	type Output,
} from '@millrace/terminal';
import {Command, Option} from 'commander';
import type {AblateFlags} from '../commands/ablate.ts';
import type {PlanFlags} from '../commands/plan.ts';
import type {TrainFlags} from '../commands/train.ts';

/** Declares the command line; what a command needs is loaded when it runs, and `ended` takes its exit code. */
export function program(output: Output, ended: (exitCode: number) => void): Command {
	const root = new Command('trainer')
		.description(
			'Fine-tunes models on published datasets: plans a recipe, packs token shards, runs it, shows how it goes.',
		)
		.version(
			packageVersion(new URL('../../package.json', import.meta.url)),
			'-V, --version',
			'print the version of trainer',
		)
		.helpOption('-h, --help', 'print this help')
		.helpCommand(false)
		.enablePositionalOptions()
		.exitOverride()
		.configureOutput({outputError: () => undefined})
		.addHelpText(
			'after',
			exampleText(
				['trainer plan package-docs', 'what training would do: tokens, steps, memory'],
				['trainer train release-notes', 'train the embedded probe, in seconds'],
				['trainer train package-docs --runner local', 'fine-tune a model on this machine'],
				['trainer train --help', 'help on one command'],
			),
		);

	common(root.command('plan'))
		.description('Checks a recipe against its dataset, packs token shards and shows what a run would do.')
		.argument('<pipeline>', pipelineArgument)
		.addHelpText(
			'after',
			exampleText(
				['trainer plan package-docs', 'rows, tokens, packing, steps, memory'],
				['trainer plan package-docs --set context=1024', 'with another setting of the recipe'],
			),
		)
		.action(async (pipeline: string, flags: PlanFlags) => {
			const {planCommand} = await import('../commands/plan.ts');
			ended(await planCommand(pipeline, flags, output));
		});

	common(root.command('train'))
		.description(
			'Trains the recipes of pipelines, one after the other; a run that was stopped goes on where it was.',
		)
		.argument('<pipeline...>', pipelineArgument)
		.addOption(runnerOption())
		.addHelpText(
			'after',
			exampleText(
				['trainer train release-notes', 'a probe: a small model trained in seconds'],
				['trainer train release-notes package-docs --runner local', 'two recipes with the Python runner'],
				['trainer train package-docs --runner local --set steps=20', 'a short run'],
				['trainer train package-docs --runner local --json', 'follow it by another program'],
			),
		)
		.action(async (pipelines: readonly string[], flags: TrainFlags) => {
			const {trainCommand} = await import('../commands/train.ts');
			ended(await trainCommand(pipelines, flags, output));
		});

	common(root.command('ablate'))
		.description(
			'Trains a recipe with and without the variants of its dataset, under several seeds, and says whether they help.',
		)
		.argument('<pipeline>', pipelineArgument)
		.addOption(runnerOption())
		.option(
			'--seeds <n>',
			'trainings of each kind (default: as the recipe says, else 5)',
			wholeNumber('--seeds', 2, 100),
		)
		.addHelpText(
			'after',
			exampleText(
				['trainer ablate augmented-tickets', 'by the probe, in this process'],
				[
					'trainer ablate augmented-tickets --runner local',
					'by the Python runner; it goes on where it was stopped',
				],
			),
		)
		.action(async (pipeline: string, flags: AblateFlags) => {
			const {ablateCommand} = await import('../commands/ablate.ts');
			ended(await ablateCommand(pipeline, flags, output));
		});
	return root;
}

const runnerOption = (): Option =>
	new Option('--runner <name>', 'where to train: probe (in this process) or local (Python, GPU or CPU)')
		.argParser(runner)
		.default('probe');

const pipelineArgument =
	'name of a pipeline under pipelines/, or path of its module; its recipe.ts stands beside it';

const common = (command: Command): Command =>
	command
		.option(
			'--set <key=value>',
			'set a key of the recipe, such as optimizer.learningRate; may be given several times',
			settings,
		)
		.option('--data <folder>', 'folder that holds the datasets (default: data in the workspace)')
		.option('--version <n>', 'number of the version (default: the newest)', wholeNumber('--version', 1))
		.option('--json', 'JSON lines, the result last');

/** The runners; their code is loaded when one is needed. */
const runners = ['probe', 'local'];

function runner(text: string): string {
	if (runners.includes(text)) return text;
	throw new UsageError(`--runner: expected ${runners.join(' or ')}, found ${JSON.stringify(text)}.`);
}
