import test from 'ava';
import {notesPipeline} from '../../fixtures/notes-pipeline.ts';
import {columnChanges, planSteps} from './plan-steps.ts';

const plan = notesPipeline('notes.jsonl');

test('the steps stand in order, barriers among them, each with its declaration', (t) => {
	t.deepEqual(
		planSteps(plan).map(({node, declared}) => [node.kind === 'step' ? node.name : node.kind, declared.kind]),
		[
			['trim', 'step'],
			['long', 'step'],
			['lines', 'step'],
			['once', 'step'],
			['ordered', 'step'],
			['project', 'project'],
			['split', 'step'],
		],
	);
});

test('tells what a step adds and writes anew, and what a choice of columns removes and renames', (t) => {
	const none = {added: [], rewritten: [], removed: [], renamed: []};
	const schema = new Map([['text', {kind: 'utf8'}] as const, ['title', {kind: 'utf8'}] as const]);
	const [trim, , , , , , split] = planSteps(plan).map(({node}) => columnChanges(node, schema));
	t.deepEqual(trim, {...none, rewritten: ['text']});
	t.deepEqual(split, {...none, added: ['split']});
	const node = {kind: 'project', columns: [['text', 'body']], position: 0} as const;
	t.deepEqual(columnChanges(node, schema), {...none, removed: ['title'], renamed: [['text', 'body']]});
});
