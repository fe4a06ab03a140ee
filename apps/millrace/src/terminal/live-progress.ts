import type {EngineEvent} from '@millrace/engine';
import type {Paint} from '@millrace/terminal';
import {createLogUpdate} from 'log-update';
import {phasesAfter, type Phase} from './phases.ts';
import {progressLines} from './progress-lines.ts';

/** Lines at the bottom of a terminal that follow a run. */
export interface LiveProgress {
	note(event: EngineEvent): void;
	/** Says something above the lines, to stay. */
	say(text: string): void;
	/** Removes the lines and frees the terminal. */
	end(): void;
}

const redraw = 100;

/** Follows a run on a terminal, drawn at most ten times a second. */
export function liveProgress(
	stream: NodeJS.WritableStream & {readonly columns: number; readonly rows: number},
	paint: Paint,
): LiveProgress {
	const log = createLogUpdate(stream);
	let phases: readonly Phase[] = [];
	const draw = (): void => {
		const size = {width: stream.columns, height: stream.rows - 2};
		if (phases.length > 0) log(progressLines(phases, performance.now(), size, paint).join('\n'));
	};
	const timer = setInterval(draw, redraw).unref();
	return {
		note(event) {
			phases = phasesAfter(phases, event, performance.now());
		},
		say(text) {
			log.persist(text);
		},
		end() {
			clearInterval(timer);
			log.clear();
			log.done();
		},
	};
}
