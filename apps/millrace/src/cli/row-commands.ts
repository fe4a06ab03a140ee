import {exampleText, numbers, type Output, settings, shareOf, wholeNumber} from '@millrace/terminal';
import type {Command} from 'commander';
import type {ExplainFlags} from '../commands/explain.ts';
import type {TrainProbeFlags} from '../commands/train-probe.ts';
import type {WhatIfFlags} from '../commands/what-if.ts';
import {outOption, published, setOption} from './common-options.ts';

/** Declares the commands that explain and judge the rows of a version. */
export function rowCommands(root: Command, output: Output, ended: (exitCode: number) => void): void {
	published(
		root.command('explain'),
		'Tells of one row, kept or not, what each stage made of it: figures with their bounds, texts before and after.',
	)
		.argument('[row]', 'id of the row, or its first digits, at least 8')
		.option('--match <text>', 'look for a row that holds this text instead')
		.option('--all', 'follow all rows that its record became')
		.option('--full', 'leave nothing out of long values and differences')
		.option('--set <option=value>', setOption, settings)
		.option('--json', 'one JSON line')
		.addHelpText(
			'after',
			exampleText(
				['millrace explain package-docs 3f9a1c07', 'a row by the beginning of its id'],
				['millrace explain package-docs --match "npm install"', 'a row by a text that it holds'],
				['millrace explain package-docs 3f9a1c07 --json', 'for another program'],
			),
		)
		.action(async (pipeline: string, row: string | undefined, flags: ExplainFlags) => {
			const {explainCommand} = await import('../commands/explain.ts');
			ended(await explainCommand(pipeline, row, flags, output));
		});

	published(
		root.command('what-if'),
		'Says how many rows other thresholds would keep, from the scores of a version and without a run.',
	)
		.option('--rule <stage.option>', 'sweep one rule, or those of one stage (default: all)')
		.option(
			'--values <list>',
			'thresholds to try, such as 10,20,50 (default: quantiles of the scores)',
			numbers('--values'),
		)
		.option('--set <option=value>', setOption, settings)
		.option('--json', 'one JSON line a rule')
		.addHelpText(
			'after',
			exampleText(
				['millrace what-if package-docs', 'all rules, at thresholds that the scores suggest'],
				['millrace what-if package-docs --rule length.min --values 10,20,50', 'one rule, at some thresholds'],
			),
		)
		.action(async (pipeline: string, flags: WhatIfFlags) => {
			const {whatIfCommand} = await import('../commands/what-if.ts');
			ended(await whatIfCommand(pipeline, flags, output));
		});

	root
		.command('train-probe')
		.description(
			'Trains a classifier of labelled rows, or a language model of texts, judges it on rows held out and saves it.',
		)
		.argument('<rows>', 'a file of JSON Lines, or a pipeline whose newest version is read')
		.requiredOption('--to <file>', 'file to write, which classify and perplexity read')
		.option('--text <column>', 'column of the text', 'text')
		.option('--label <column>', 'column of the label; without it a language model is trained')
		.option('--held-out <share>', 'share of the rows to judge it on', shareOf('--held-out'), 0.2)
		.option('--split <name>', 'rows of one split')
		.option('--version <n>', 'number of the version (default: the newest)', wholeNumber('--version', 1))
		.option('--out <folder>', outOption)
		.option('--json', 'one JSON line with its figures')
		.addHelpText(
			'after',
			exampleText(
				['millrace train-probe graded.jsonl --label quality --to quality.json', 'a quality classifier'],
				['millrace train-probe package-docs --to docs.json', 'a language model of a dataset'],
			),
		)
		.action(async (rows: string, flags: TrainProbeFlags) => {
			const {trainProbeCommand} = await import('../commands/train-probe.ts');
			ended(await trainProbeCommand(rows, flags, output));
		});
}
