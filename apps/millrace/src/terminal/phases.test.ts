import test from 'ava';
import type {EngineEvent} from '@millrace/engine';
import {paceOf, phasesAfter, type Phase} from './phases.ts';

const after = (events: readonly (readonly [now: number, event: EngineEvent])[]): readonly Phase[] =>
	events.reduce<readonly Phase[]>((phases, [now, event]) => phasesAfter(phases, event, now), []);

test('a phase ends where the next begins, and the last where the run ends', (t) => {
	const phases = after([
		[0, {type: 'phase', phase: 'index', total: 2, cached: 0}],
		[10, {type: 'progress', phase: 'index', done: 2, total: 2}],
		[20, {type: 'phase', phase: 'read', total: 4, cached: 1}],
		[30, {type: 'progress', phase: 'read', done: 3, total: 4}],
		[40, {type: 'unchanged', version: 1}],
	]);
	t.deepEqual(phases, [
		{name: 'index', total: 2, cached: 0, done: 2, started: 0, ended: 20},
		{name: 'read', total: 4, cached: 1, done: 3, started: 20, ended: 40},
	]);
});

test('progress counts for the running phase alone, even where an earlier one has its name', (t) => {
	const phases = after([
		[0, {type: 'phase', phase: 'apply', total: 1, cached: 1}],
		[1, {type: 'phase', phase: 'apply', total: 9, cached: 0}],
		[2, {type: 'progress', phase: 'apply', done: 5, total: 9}],
	]);
	t.deepEqual(
		phases.map(({done}) => done),
		[1, 5],
	);
});

test('what was cached counts neither for the rate nor for the time left', (t) => {
	const phase = {name: 'read', total: 100, cached: 60, done: 80, started: 1000};
	t.deepEqual(paceOf(phase, 3000), {rate: 10, left: 2});
	t.is(paceOf({...phase, done: 60}, 3000), undefined);
	t.is(paceOf(phase, 1000), undefined);
});
