import type {RunEvent} from '@millrace/core';

/** What is known of a run from its events. */
export interface RunView {
	readonly name: string;
	readonly runner: string;
	readonly device: string;
	readonly steps: number;
	readonly step: number;
	/** The step that it went on from. */
	readonly resumed: number;
	/** The losses of the steps of this session. */
	readonly losses: readonly number[];
	readonly tokens: number;
	readonly seconds: number;
	/** Held-out metrics of the first and of the newest evaluation. */
	readonly before?: Metrics;
	readonly newest?: Metrics;
}

export type Metrics = Readonly<Record<string, number>>;

export const newView = (name: string, runner: string): RunView => ({
	name,
	runner,
	device: '',
	steps: 0,
	step: 0,
	resumed: 0,
	losses: [],
	tokens: 0,
	seconds: 0,
});

/** The view after an event. */
export function viewAfter(view: RunView, event: RunEvent): RunView {
	switch (event.type) {
		case 'start':
			return {
				...view,
				steps: event.steps,
				device: event.device,
				resumed: event.resumed ?? 0,
				step: event.resumed ?? 0,
			};
		case 'step':
			return {
				...view,
				step: event.step,
				losses: [...view.losses, event.loss],
				tokens: view.tokens + event.tokens,
				seconds: view.seconds + event.seconds,
			};
		case 'eval':
			return {...view, newest: event.metrics, ...(view.before === undefined ? {before: event.metrics} : {})};
		default:
			return view;
	}
}

/** Tokens a second of the steps so far, and the seconds that are left at their pace; undefined before the first. */
export function paceOf({
	losses,
	tokens,
	seconds,
	steps,
	step,
}: RunView): {readonly rate: number; readonly left: number} | undefined {
	if (losses.length === 0 || seconds <= 0) return undefined;
	return {rate: tokens / seconds, left: ((steps - step) * seconds) / losses.length};
}
