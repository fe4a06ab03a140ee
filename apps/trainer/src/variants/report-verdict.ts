import {MillraceError} from '@millrace/core';
import {localStore} from '@millrace/io';
import {readReport, type Report} from '@millrace/report';
import {shownPath} from '@millrace/terminal';
import {variantDecision, type Published, type Recipe, type VariantDecision} from '@millrace/training';

export interface ReportVerdictInput {
	readonly recipe: Recipe;
	readonly published: Published;
	/** The folder of the dataset. */
	readonly folder: string;
	/** What the pipeline is called on the command line. */
	readonly named: string;
	/** Whether the folder is another than the workspace has for the pipeline. */
	readonly elsewhere: boolean;
}

/**
 * Decides on variants by the ablation in the quality report of a version: the probe with all originals, with and without
 * their variants. Throws a MillraceError `missing` that names the command where there is no such ablation, and `usage` where
 * it is one of other columns.
 */
export async function reportVerdict(input: ReportVerdictInput): Promise<VariantDecision> {
	const {recipe, published, folder, named, elsewhere} = input;
	const {dataset, version} = published;
	const where = `recipe for ${dataset} version ${version}: variants 'if-they-help'`;
	const out = elsewhere ? ` --out ${shownPath(folder)}` : '';
	const again = `run npx millrace report ${named} --version ${version}${out}`;
	const runner = "or set variants: {judge: 'runner'} in the recipe";
	const missing = (found: string, advice = again): MillraceError =>
		new MillraceError(
			'missing',
			`${where}: expected an ablation in the report of the version, found ${found}; ${advice}, ${runner}.`,
		);
	const report = await readReport(localStore(folder), version);
	if (!report) throw missing('no report');
	if (report.augmentation === undefined) throw missing('a report of before variants were measured');
	demandColumns(report, recipe, where, runner, again);
	const all = report.augmentation?.ablation?.find(({shots}) => shots === null);
	if (!all)
		throw missing(
			whyNone(report),
			'give the training split variants and two labels and refresh the pipeline',
		);
	const {trials, gain, interval, verdict} = all;
	return variantDecision(
		{metric: 'accuracy', gain, interval, verdict},
		'report',
		`by the probe of the report, trained ${trials} times with them and without`,
	);
}

/** The label of the report is that of the recipe, and so is the text; else the report judged another question. */
function demandColumns(
	{roles}: Report,
	{settings}: Recipe,
	where: string,
	runner: string,
	again: string,
): void {
	const {columns} = settings;
	const wanted = {text: columns.text ?? 'text', label: 'label' in columns ? columns.label : 'label'};
	if (roles.text === wanted.text && roles.label === wanted.label) return;
	const found = `text: ${roles.text ?? 'none'}, label: ${roles.label ?? 'none'}`;
	throw new MillraceError(
		'usage',
		`${where}: expected a report on the columns text: ${wanted.text}, label: ${wanted.label} of the recipe, found one on ${found}; name the same in export const report = reportSettings({...}) beside the pipeline and ${again}, ${runner}.`,
	);
}

const whyNone = ({augmentation}: Report): string =>
	!augmentation
		? 'no variants in its training split'
		: augmentation.varied === 0
			? 'no variant of any original'
			: augmentation.ablation
				? 'no trainings on all originals'
				: 'fewer than two labels';
