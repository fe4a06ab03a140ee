import test from 'ava';
import {newView, paceOf, viewAfter} from './run-view.ts';

test('keeps the first and the newest held-out metrics, and counts from where a run goes on', (t) => {
	let view = newView('a', 'local');
	for (const event of [
		{type: 'start', steps: 10, device: 'CPU', resumed: 4},
		{type: 'eval', step: 4, metrics: {loss: 3}},
		{type: 'step', step: 5, loss: 2, tokens: 100, seconds: 2},
		{type: 'step', step: 6, loss: 1, tokens: 100, seconds: 2},
		{type: 'eval', step: 6, metrics: {loss: 2}},
		{type: 'checkpoint', step: 6, path: ''},
	] as const)
		view = viewAfter(view, event);
	t.like(view, {step: 6, resumed: 4, losses: [2, 1], before: {loss: 3}, newest: {loss: 2}});
	t.deepEqual(paceOf(view), {rate: 50, left: 8});
});

test('there is no pace before the first step', (t) => {
	t.is(paceOf(newView('a', 'probe')), undefined);
});
