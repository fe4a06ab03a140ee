import {
	demandVariants,
	variantDecision,
	variantsSetting,
	withSettings,
	type Published,
	type Recipe,
	type RunnerAblation,
	type VariantDecision,
} from '@millrace/training';

export interface DecideInput {
	readonly recipe: Recipe;
	readonly published: Published;
	/** The folder of the dataset. */
	readonly folder: string;
	/** What the pipeline is called on the command line. */
	readonly named: string;
	/** Whether the folder is another than the workspace has for the pipeline. */
	readonly elsewhere: boolean;
	/** Makes an ablation by a runner, or reads one; undefined where there is none to be had. */
	readonly judge: (seeds: number) => Promise<RunnerAblation | undefined>;
}

/** A recipe that says what becomes of variants, and the verdict where it asked for one. */
export interface DecidedRecipe {
	readonly recipe: Recipe;
	readonly decision?: VariantDecision;
}

/**
 * Decides what becomes of variants where a recipe leaves it to a verdict; undefined where `judge` has none. Throws a
 * MillraceError `schema` of a version that does not tell variants from originals, and others as `reportVerdict` does.
 */
export async function decideVariants(input: DecideInput): Promise<DecidedRecipe | undefined> {
	const {recipe, published, judge} = input;
	const setting = variantsSetting(recipe.settings);
	if (setting.use !== 'if-they-help') return {recipe};
	demandVariants(published, "variants 'if-they-help'");
	const decision = setting.judge === 'report' ? await byReport(input) : byRunner(await judge(setting.seeds));
	return decision && {recipe: withSettings(recipe, [{option: 'variants', text: decision.answer}]), decision};
}

async function byReport(input: DecideInput): Promise<VariantDecision> {
	// Reports bring their own modules, which other recipes need not wait for.
	const {reportVerdict} = await import('./report-verdict.ts');
	return reportVerdict(input);
}

const byRunner = (ablation: RunnerAblation | undefined): VariantDecision | undefined =>
	ablation &&
	variantDecision(
		ablation,
		'runner',
		`by the ${ablation.runner} runner over ${ablation.trials.length} seeds`,
	);
