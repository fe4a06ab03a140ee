/** What is weak about training rows, one sentence each. */
export function trainingNotices(
	labels: readonly string[],
	counts: readonly number[],
	heldOut: number,
): readonly string[] {
	const notices: string[] = [];
	const once = labels.filter((_, index) => counts[index] === 1);
	if (labels.length === 1) {
		notices.push(`Every training row is labelled "${labels[0] ?? ''}": the classifier can say nothing else.`);
	}
	if (once.length > 0) {
		const named = once.slice(0, 10).map((label) => `"${label}"`);
		const more = once.length > named.length ? ` and ${once.length - named.length} more` : '';
		notices.push(
			`${once.length === 1 ? 'One label occurs' : `${once.length} labels occur`} once in training: ${named.join(', ')}${more}. A label needs several examples to be learned; add some or merge it into another.`,
		);
	}
	if (labels.length > 1 && heldOut === 0) {
		notices.push(
			'Too few training rows to hold some out: scores are not calibrated and the strength was not chosen by measurement.',
		);
	}
	return notices;
}
