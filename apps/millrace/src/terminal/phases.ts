import type {EngineEvent} from '@millrace/engine';

/** What is known of one phase of a run; times are in milliseconds on one clock. */
export interface Phase {
	readonly name: string;
	readonly total: number;
	/** Parts that were done before and are only looked up. */
	readonly cached: number;
	readonly done: number;
	readonly started: number;
	/** Present once the next phase began, or the run ended. */
	readonly ended?: number;
}

/** The phases after an event. */
export function phasesAfter(phases: readonly Phase[], event: EngineEvent, now: number): readonly Phase[] {
	if (event.type === 'phase') {
		const {phase: name, total, cached} = event;
		return [...ended(phases, now), {name, total, cached, done: cached, started: now}];
	}
	if (event.type === 'progress') {
		return phases.map((phase) =>
			phase.ended === undefined && phase.name === event.phase
				? {...phase, done: event.done, total: event.total}
				: phase,
		);
	}
	return event.type === 'published' || event.type === 'unchanged' ? ended(phases, now) : phases;
}

/** Parts a second since the phase began, and the seconds that are left at that rate; undefined until something is done. */
export function paceOf(
	{total, cached, done, started}: Phase,
	now: number,
): {readonly rate: number; readonly left: number} | undefined {
	const [made, seconds] = [done - cached, (now - started) / 1000];
	if (made <= 0 || seconds <= 0) return undefined;
	return {rate: made / seconds, left: ((total - done) * seconds) / made};
}

const ended = (phases: readonly Phase[], now: number): readonly Phase[] =>
	phases.map((phase) => (phase.ended === undefined ? {...phase, ended: now} : phase));
