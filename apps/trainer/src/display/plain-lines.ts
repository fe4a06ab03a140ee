import type {RunEvent} from '@millrace/core';
import {count, duration, visible} from '@millrace/terminal';
import {paceOf, type RunView} from './run-view.ts';

/** What is said of an event where nobody watches a terminal: of steps about every tenth, of the rest all. */
export function plainLine(event: RunEvent, view: RunView): string | undefined {
	switch (event.type) {
		case 'start': {
			const resumed =
				event.resumed === undefined || event.resumed === 0 ? '' : `, going on from step ${event.resumed}`;
			const parameters =
				event.parameters === undefined
					? ''
					: `, ${count(event.parameters)} parameters${event.trainable === event.parameters ? '' : `, ${count(event.trainable ?? 0)} of them learn`}`;
			return `${event.steps} steps on ${visible(event.device)}${parameters}${resumed}`;
		}
		case 'step': {
			const every = Math.max(1, Math.round(view.steps / 10));
			if (event.step % every !== 0 && event.step !== view.steps) return undefined;
			const pace = paceOf(view);
			const left = pace && event.step < view.steps ? `, ${duration(pace.left)} left` : '';
			return `step ${event.step}/${view.steps}: loss ${event.loss.toFixed(4)}, ${count(pace?.rate ?? 0)} tokens/s${left}`;
		}
		case 'eval':
			return `held out at step ${event.step}: ${Object.entries(event.metrics)
				.map(([name, value]) => `${name} ${shown(value)}`)
				.join(', ')}`;
		case 'warn':
			return `warning: ${visible(event.message)}`;
		default:
			return undefined;
	}
}

const shown = (value: number): string => (Number.isInteger(value) ? count(value) : value.toFixed(4));
