import {count, table, wrap, type Output} from '@millrace/terminal';
import {gainSentence, gainText, type RunnerAblation} from '@millrace/training';

/** An ablation as aligned lines: what each seed gave, the means, and the verdict as a sentence. */
export function ablationLines(
	ablation: RunnerAblation,
	{path, already}: {readonly path: string; readonly already: boolean},
	{width, paint}: Pick<Output, 'width' | 'paint'>,
): readonly string[] {
	const {name, objective, dataset, version, metric, trials, steps, runner, verdict} = ablation;
	const value = (of: number): string =>
		metric === 'accuracy' ? `${(of * 100).toFixed(1)} %` : of.toFixed(4);
	const gain = (of: number) =>
		({text: gainText(metric, of), tone: of > 0 ? 'good' : of < 0 ? 'bad' : 'plain'}) as const;
	const row = (title: string, own: Pick<RunnerAblation, 'without' | 'with' | 'gain'>) => [
		{text: title, tone: 'quiet'} as const,
		value(own.without),
		value(own.with),
		gain(own.gain),
	];
	const length = steps === null ? '' : `, ${count(steps)} steps each`;
	const sentence = `${name}: variants: ${gainSentence(ablation)}, by the ${runner} runner over ${trials.length} seeds${length}; ${already ? 'judged before' : 'kept'} in ${path}.`;
	const [first = '', ...more] = wrap(
		`${name}  ${objective} on ${dataset} version ${version}, held-out ${metric}`,
		width,
		20,
	);
	return [
		`${paint('strong', first.slice(0, name.length))}${first.slice(name.length)}`,
		...more,
		'',
		...table(
			[
				{title: 'seed'},
				{title: 'without', align: 'right'},
				{title: 'with', align: 'right'},
				{title: 'gain', align: 'right'},
			],
			[...trials.map((own) => row(String(own.seed), own)), row('mean', ablation)],
			width,
			paint,
		),
		'',
		...wrap(sentence, width, 20).map((line) => paint(tones[verdict], line)),
	];
}

const tones = {helps: 'good', hurts: 'bad', 'no gain': 'plain'} as const;
