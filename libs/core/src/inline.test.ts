import test from 'ava';
import {int32, nullable, utf8} from './column.ts';
import {pipeline} from './pipeline.ts';
import type {AnyStep} from './step.ts';
import {nothing} from '../fixtures/nothing.ts';
import {runStep} from '../fixtures/run-step.ts';

const docs = pipeline('docs', nothing({id: utf8, text: utf8, note: nullable(utf8)}));
const rows = [
	{id: '1', text: 'a b', note: null},
	{id: '2', text: '', note: 'x'},
];

/** The last step of a pipeline. */
function lastStep({nodes}: {readonly nodes: typeof docs.nodes}): AnyStep {
	const node = nodes.at(-1);
	if (node?.kind !== 'step') throw new TypeError('expected a step at the end');
	return node.step;
}

test('a map reads every column, and adds, drops or divides', async (t) => {
	const step = lastStep(
		docs.map({
			name: 'words',
			adds: {word: utf8},
			map: ({id, text, note}) =>
				text === '' ? {drop: 'empty'} : text.split(' ').map((word) => ({word: `${id}${word}${note ?? '-'}`})),
		}),
	);
	t.deepEqual(Object.keys(step.needs), ['id', 'text', 'note']);
	const {columns, drops, child} = await runStep(step, rows);
	t.deepEqual(columns, {word: ['1a-', '1b-']});
	t.deepEqual([drops, [...(child ?? [])]], [[{row: 1, reason: 'empty'}], [0, 1]]);
});

test('a filter keeps the rows for which it is true, and drops the others with its reason', async (t) => {
	const step = lastStep(docs.filter('no-text', ({text}) => text !== ''));
	t.is(step.name, 'no-text');
	t.deepEqual(step.adds, {});
	const {length, drops, source} = await runStep(step, rows);
	t.deepEqual([length, drops, [...(source ?? [])]], [1, [{row: 1, reason: 'no-text'}], [0]]);
});

test('a derived column is computed from the row and its random choices', async (t) => {
	const step = lastStep(docs.derive('size', int32, ({text}) => text.length));
	t.deepEqual((await runStep(step, rows)).columns, {size: [3, 0]});
	const dice = lastStep(docs.derive('dice', int32, (_, {random}) => random().int(1000)));
	t.deepEqual(await runStep(dice, rows, 1), await runStep(dice, rows, 1));
	t.notDeepEqual(await runStep(dice, rows, 1), await runStep(dice, rows, 2));
});

test('an asynchronous map has a queue', async (t) => {
	const step = lastStep(
		docs.map({
			name: 'slow',
			adds: {up: utf8},
			queue: {concurrency: 2, batchRows: 5},
			map: async ({text}) => Promise.resolve({up: text.toUpperCase()}),
		}),
	);
	t.deepEqual(step.body.kind === 'stage' ? step.body.queue : undefined, {concurrency: 2, batchRows: 5});
	t.deepEqual((await runStep(step, rows)).columns, {up: ['A B', '']});
});

test('sources of functions and types of columns tell one stage written in place from another', (t) => {
	const size = lastStep(docs.derive('size', int32, ({text}) => text.length));
	t.deepEqual(
		size.origin.functions.map((source) => source.replaceAll(' ', '')),
		['({text})=>text.length'],
	);
	t.notDeepEqual(
		size.options,
		lastStep(docs.derive('size', nullable(int32), ({text}) => text.length)).options,
	);
});

test('what is written in place may not add a column named drop', (t) => {
	const message = (name: string) =>
		`docs: stage ${name}: a column may not be named drop, which is how map drops a row; choose another name.`;
	t.throws(() => docs.derive('drop', utf8, ({text}) => text), {code: 'usage', message: message('drop')});
	t.throws(() => docs.map({name: 'bad', adds: {drop: utf8}, map: ({text}) => ({drop: text})}), {
		code: 'usage',
		message: message('bad'),
	});
});
