import test from 'ava';
import {pathToFileURL} from 'node:url';
import {runInThisContext} from 'node:vm';
import {callerModule} from './origin.ts';
import {nothing} from '../fixtures/nothing.ts';
import {utf8} from './column.ts';
import {defineBarrier} from './define-barrier.ts';
import {defineStage} from './define-stage.ts';
import {pipeline} from './pipeline.ts';

test('is the URL of the module that calls', (t) => {
	t.is(callerModule([]), import.meta.url);
});

test('looks through the modules that it is told to, and otherwise finds the nearest', (t) => {
	const calls: unknown = runInThisContext('(call) => call()', {filename: '/elsewhere/a b.js'});
	const find = () => callerModule([import.meta.url]);
	t.is(
		typeof calls === 'function' ? Reflect.apply(calls, undefined, [find]) : '',
		pathToFileURL('/elsewhere/a b.js').href,
	);
	t.not(callerModule([import.meta.url]), import.meta.url);
});

test('without a module on the stack, code belongs to the program', (t) => {
	const everyFile = Object.assign([], {includes: () => true});
	t.is(callerModule(everyFile), pathToFileURL(process.argv[1] ?? '').href);
});

test('stages, barriers and what is written in place belong to the module that declares them', (t) => {
	const stage = defineStage({name: 'stage', needs: {text: utf8}, map: () => ({})});
	const barrier = defineBarrier({
		name: 'barrier',
		needs: {text: utf8},
		keys: {text: utf8},
		ties: 'id',
		extract: ({length, columns}) => ({length, columns: {text: columns.text}}),
		async *decide() {
			// Every row is kept.
		},
	});
	const plan = pipeline('docs', nothing({text: utf8}))
		.pipe(stage())
		.pipe(barrier())
		.map({name: 'map', map: () => ({})})
		.filter('filter', () => true)
		.derive('derived', utf8, ({text}) => text);
	const modules = plan.nodes.map((node) => (node.kind === 'step' ? node.step.origin.module : ''));
	t.deepEqual(
		modules,
		Array.from({length: 5}, () => import.meta.url),
	);
});
