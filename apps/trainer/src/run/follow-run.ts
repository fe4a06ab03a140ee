import {existsSync} from 'node:fs';
import {join} from 'node:path';
import {readEvents, type TrainingRun} from '@millrace/training';
import {newView, viewAfter, type RunView} from '../display/run-view.ts';
import {titleOf, type Subject} from '../display/subject.ts';
import type {Teller} from '../display/teller.ts';

/** How a run ended, and what is known of it. */
export interface FollowedRun {
	readonly outcome: 'done' | 'stopped' | 'failed';
	readonly view: RunView;
	/** Whether it was done before. */
	readonly already: boolean;
	/** Why it failed. */
	readonly error: string;
}

/** Runs what is prepared, unless it was done before, and tells how it goes; a run that was stopped goes on. */
export async function followRun(
	run: TrainingRun,
	teller: Teller,
	signal: AbortSignal,
	subject: Subject = {recipe: run.name},
): Promise<FollowedRun> {
	const {runner, specification} = run;
	const title = titleOf(subject);
	const told = (): RunView => readEvents(specification.output).reduce(viewAfter, newView(title, runner.name));
	if (isFinished(run)) return {outcome: 'done', view: told(), already: true, error: ''};
	// What earlier sessions told of the held-out rows.
	const {before, newest} = told();
	let view: RunView = {
		...newView(title, runner.name),
		...(before ? {before} : {}),
		...(newest ? {newest} : {}),
	};
	let outcome: FollowedRun['outcome'] = 'failed';
	let error = `${runner.name} runner: it failed and did not say why; look at ${specification.output}.`;
	for await (const event of runner.run(specification, signal)) {
		view = viewAfter(view, event);
		teller.note(subject, event, view);
		if (event.type !== 'end') continue;
		({outcome} = event);
		error = event.error ?? error;
	}
	return {outcome, view, already: false, error};
}

/** Whether a run was done before, and its model is still there. */
function isFinished({specification: {output}}: TrainingRun): boolean {
	if (!existsSync(join(output, 'final'))) return false;
	const last = readEvents(output).at(-1);
	return last?.type === 'end' && last.outcome === 'done';
}
