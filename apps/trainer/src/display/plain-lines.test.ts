import type {RunEvent} from '@millrace/core';
import test from 'ava';
import {plainLine} from './plain-lines.ts';
import {newView, viewAfter} from './run-view.ts';

const linesOf = (events: readonly RunEvent[]): readonly string[] => {
	let view = newView('a', 'local');
	return events.flatMap((event) => {
		view = viewAfter(view, event);
		return plainLine(event, view) ?? [];
	});
};

test('about every tenth step is told, evaluations and warnings all', (t) => {
	const steps = Array.from(
		{length: 30},
		(_, index) => ({type: 'step', step: index + 1, loss: 3, tokens: 10, seconds: 1}) as const,
	);
	const lines = linesOf([
		{type: 'start', steps: 30, device: 'CPU', resumed: 0, parameters: 1000, trainable: 10},
		{type: 'eval', step: 0, metrics: {loss: 5.5, rows: 20}},
		...steps,
		{type: 'warn', message: 'a\u001b[31m line'},
		{type: 'checkpoint', step: 30, path: ''},
		{type: 'end', outcome: 'done'},
	]);
	t.is(lines.length, 13);
	t.deepEqual(
		[lines[0], lines[1], lines[2], lines[11], lines[12]],
		[
			'30 steps on CPU, 1,000 parameters, 10 of them learn',
			'held out at step 0: loss 5.5000, rows 20',
			'step 3/30: loss 3.0000, 10 tokens/s, 27 s left',
			'step 30/30: loss 3.0000, 10 tokens/s',
			'warning: a␛[31m line',
		],
	);
});

test('a run that goes on says from where', (t) => {
	t.deepEqual(linesOf([{type: 'start', steps: 8, device: 'this process', resumed: 3}]), [
		'8 steps on this process, going on from step 3',
	]);
});
