import type {RunEvent} from '@millrace/core';
import {painter, visible, type Output} from '@millrace/terminal';
import {plainLine} from './plain-lines.ts';
import {runLines} from './run-lines.ts';
import type {RunView} from './run-view.ts';
import {titleOf, type Subject} from './subject.ts';

/** Tells how runs go. */
export interface Teller {
	note(subject: Subject, event: RunEvent, view: RunView): void;
	/** Says something that stays. */
	say(text: string): void;
	/** Leaves the last state of a run on the screen. */
	settle(): void;
	end(): void;
}

const redraw = 100;

/** Live lines on a terminal, JSON lines where asked for, else a line now and then. */
export async function tellerOf(output: Output, json: boolean): Promise<Teller> {
	if (json) return jsonTeller(output);
	const {stderr} = process;
	if (!stderr.isTTY) return plainTeller();
	const {createLogUpdate} = await import('log-update');
	const log = createLogUpdate(stderr);
	const paint = painter(stderr);
	let shown: RunView | undefined;
	let drawn = 0;
	const draw = (): void => {
		drawn = performance.now();
		if (shown) log(runLines(shown, stderr.columns, paint).join('\n'));
	};
	const timer = setInterval(draw, redraw).unref();
	return {
		note(_, event, view) {
			shown = view;
			if (event.type === 'warn') log.persist(`trainer: ${visible(event.message)}`);
			// A runner in this process leaves the timer no turn.
			if (performance.now() - drawn >= redraw) draw();
		},
		say(text) {
			log.persist(`trainer: ${visible(text)}`);
		},
		settle() {
			draw();
			log.done();
			shown = undefined;
		},
		end() {
			clearInterval(timer);
			log.clear();
			log.done();
		},
	};
}

function plainTeller(): Teller {
	return {
		note(subject, event, view) {
			const line = plainLine(event, view);
			if (line !== undefined) say(`${titleOf(subject)}: ${line}`);
		},
		say,
		settle: () => undefined,
		end: () => undefined,
	};
}

function jsonTeller(output: Output): Teller {
	return {
		note(subject, event) {
			void output.lines(JSON.stringify({...subject, ...event}));
		},
		say,
		settle: () => undefined,
		end: () => undefined,
	};
}

const say = (text: string): void => {
	process.stderr.write(`trainer: ${visible(text)}\n`);
};
