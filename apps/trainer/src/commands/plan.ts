import {
	byteSize,
	count,
	shownPath,
	table,
	wrap,
	type Cell,
	type Output,
	type Setting,
} from '@millrace/terminal';
import {planTraining, withSettings, type TrainingPlan} from '@millrace/training';
import {loadRecipe} from '../data/load-recipe.ts';
import {openPublished} from '../data/open-published.ts';
import {keptAblation} from '../variants/ablate-recipe.ts';
import {decideVariants} from '../variants/decide-variants.ts';

export interface PlanFlags {
	readonly set?: readonly Setting[];
	readonly data?: string;
	readonly version?: number;
	readonly json?: boolean;
}

/** Plans a run and shows it; returns the exit code. */
export async function planCommand(named: string, flags: PlanFlags, output: Output): Promise<number> {
	const {recipe: given, folder, named: dataset} = await loadRecipe(named, flags);
	const published = await openPublished(dataset, folder, flags.version);
	const decided = await decideVariants({
		recipe: given,
		published,
		folder,
		named: dataset,
		elsewhere: flags.data !== undefined,
		judge: async (seeds) =>
			(await keptAblation({recipe: given, published, folder, runner: 'local', seeds})).kept,
	});
	const recipe = decided?.recipe ?? withSettings(given, [{option: 'variants', text: 'keep'}]);
	const variants = decided?.decision;
	const plan = await planTraining({recipe, published, folder});
	if (flags.json === true)
		await output.lines(JSON.stringify({type: 'plan', ...plan, variants: decided ? variants : null}));
	else await output.lines(...planLines(plan, output, decided ? variants?.sentence : undecided(dataset)));
	return 0;
}

/** What is said where the runner is the judge and has not judged yet. */
const undecided = (named: string): string =>
	`variants are planned as kept: the runner judges them before it trains, or npx trainer ablate ${named} --runner local now`;

/** A plan as aligned lines. */
export function planLines(
	plan: TrainingPlan,
	{width, paint}: Pick<Output, 'width' | 'paint'>,
	/** What was decided on variants. */
	decision?: string,
): readonly string[] {
	const {train, validation} = plan.tokens.splits;
	const rows = [train, validation];
	const cells = (title: string, values: readonly string[]): readonly Cell[] => [
		{text: title, tone: 'quiet'},
		...values,
	];
	const reasons = [...new Set(rows.flatMap(({dropped}) => Object.keys(dropped)))].sort();
	const each = (of: (own: typeof train) => string): readonly string[] => rows.map(of);
	const packed = plan.efficiency !== null;
	const {memory, length, settings} = plan;
	return [
		`${paint('strong', plan.name)}  ${settings.objective} on ${plan.dataset} version ${plan.version}`,
		...(decision === undefined ? [] : wrap(`${decision}.`, width, 20)),
		'',
		...table(
			[{title: 'token shards'}, {title: 'train', align: 'right'}, {title: 'held out', align: 'right'}],
			[
				cells(
					'rows',
					each((own) => count(own.rows)),
				),
				cells(
					'tokens',
					each((own) => count(own.tokens)),
				),
				cells(
					`longer than ${count(settings.context)}`,
					each((own) => `${count(own.overLong)} (${percent(own.overLong, own.rows)})`),
				),
				cells(
					'longest',
					each((own) => count(own.longest)),
				),
				cells(
					settings.overLength === 'truncate' ? 'truncated' : 'split',
					each((own) => count(own.cut)),
				),
				...reasons.map((reason) =>
					cells(
						`dropped: ${reason}`,
						each((own) => count(own.dropped[reason] ?? 0)),
					),
				),
				cells(
					packed ? 'packs' : 'examples',
					each((own) => count(own.packs)),
				),
				...(packed
					? [
							cells(
								'packing efficiency',
								each((own) => percent(own.tokens, own.packs * settings.context)),
							),
						]
					: []),
			],
			width,
			paint,
		),
		'',
		...table(
			[{title: 'run'}, {title: '', align: 'right'}],
			[
				cells('steps', [count(length.steps)]),
				cells('epochs', [length.epochs.toFixed(2)]),
				cells('tokens per step', [count(plan.tokensPerStep)]),
				cells('evaluation every', [`${count(length.evaluateEvery)} steps`]),
				cells('parameters', [count(plan.parameters)]),
				cells('that learn', [count(memory.trainable)]),
				cells('memory, about', [byteSize(memory.total)]),
				cells('  weights', [byteSize(memory.weights)]),
				cells('  gradients', [byteSize(memory.gradients)]),
				cells('  optimizer', [byteSize(memory.optimizer)]),
				cells('  activations', [byteSize(memory.activations)]),
			],
			width,
			paint,
		),
		'',
		`base ${plan.base === null ? 'made on the spot (tinyBase)' : shownPath(plan.base)}; token shards ${plan.cached ? 'were there already' : 'packed now'}`,
	];
}

/** A share to one decimal: `0.3 %`. */
const percent = (part: number, whole: number): string =>
	whole === 0 ? '–' : `${((part / whole) * 100).toFixed(1)} %`;
