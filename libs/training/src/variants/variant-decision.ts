import type {VariantAnswer} from './variant-answer.ts';

/** Whether variants helped: the mean difference of a held-out metric, with its 95 % interval; more is better of both metrics. */
export interface VariantVerdict {
	/** `accuracy` as a share; `loss` in nats, by which it fell. */
	readonly metric: 'accuracy' | 'loss';
	readonly gain: number;
	readonly interval: readonly [low: number, high: number];
	readonly verdict: 'helps' | 'hurts' | 'no gain';
}

/** What a verdict makes of `if-they-help`; plain JSON. */
export interface VariantDecision extends VariantVerdict {
	readonly answer: VariantAnswer;
	readonly judge: 'report' | 'runner';
	/** All of it for a person. */
	readonly sentence: string;
}

/** Keeps variants that help, and leaves others out; `by` says who judged, as the end of a sentence. */
export function variantDecision(
	{metric, gain, interval, verdict}: VariantVerdict,
	judge: 'report' | 'runner',
	by: string,
): VariantDecision {
	const answer = verdict === 'helps' ? 'keep' : 'drop';
	const said = `variants are ${answer === 'keep' ? 'kept' : 'left out'}: ${gainSentence({metric, gain, interval, verdict})}, ${by}`;
	return {answer, judge, metric, gain, interval, verdict, sentence: said};
}

/** `no gain, -0.9 points of held-out accuracy (95 % interval -3.3 to +1.5)`. */
export function gainSentence({metric, gain, interval: [low, high], verdict}: VariantVerdict): string {
	const shown = (value: number): string => gainText(metric, value);
	const unit = metric === 'accuracy' ? 'points of held-out accuracy' : 'nats of held-out loss gained';
	const said = {helps: 'they help', hurts: 'they hurt', 'no gain': 'no gain'}[verdict];
	return `${said}, ${shown(gain)} ${unit} (95 % interval ${shown(low)} to ${shown(high)})`;
}

/** A gain with its sign: points of a hundred, or nats. */
export function gainText(metric: VariantVerdict['metric'], gain: number): string {
	const text = metric === 'accuracy' ? (gain * 100).toFixed(1) : gain.toFixed(4);
	const zero = Number(text) === 0;
	return zero ? text.replace('-', '') : gain > 0 ? `+${text}` : text;
}
