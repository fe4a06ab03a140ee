import type {LabelEvaluation} from './evaluation.ts';

/** What is weak about an evaluation, one sentence each. */
export function evaluationNotices(rows: number, labels: readonly LabelEvaluation[]): readonly string[] {
	if (rows === 0) return ['There are no held-out rows, so there is nothing to measure.'];
	const notices: string[] = [];
	if (rows < 100) notices.push(`Only ${rows} held-out rows: the interval is wide.`);
	const say = (found: readonly LabelEvaluation[], one: string, many: string, advice: string): void => {
		if (found.length === 0) return;
		const named = found.slice(0, 10).map(({label}) => `"${label}"`);
		const more = found.length > named.length ? ` and ${found.length - named.length} more` : '';
		notices.push(
			`${found.length === 1 ? one : `${found.length} ${many}`}: ${named.join(', ')}${more}. ${advice}`,
		);
	};
	say(
		labels.filter(({trained, support}) => trained === 0 && support > 0),
		'One label is absent from training',
		'labels are absent from training',
		'Rows that bear it count as wrong; add examples to the training split.',
	);
	say(
		labels.filter(({trained, support}) => trained === 1 && support > 0),
		'One label occurs once in training',
		'labels occur once in training',
		'Expect little of it; add examples.',
	);
	say(
		labels.filter(({trained, support}) => trained > 0 && support === 0),
		'One label has no held-out row',
		'labels have no held-out row',
		'Nothing is known of how well they are told apart.',
	);
	return notices;
}
