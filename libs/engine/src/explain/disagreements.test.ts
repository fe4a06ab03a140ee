import test from 'ava';
import {manifestOf} from '../../fixtures/manifest-of.ts';
import {disagreementsOf} from './disagreements.ts';
import type {ColumnChange, ExplainedStep, Outcome} from './explanation.ts';
import type {FoundRow} from './find-rows.ts';

const manifest = manifestOf({version: 3});
const kept: FoundRow = {
	id: 'x',
	source: 'a.jsonl',
	fate: {kind: 'kept', split: 'train'},
	values: {text: 'a', n: 0.1},
};

const step = (
	name: string,
	changes: readonly ColumnChange[],
	outcome: Outcome = {kind: 'kept'},
): ExplainedStep => ({
	kind: 'stage',
	name,
	added: [],
	rewritten: [],
	removed: [],
	renamed: [],
	rows: [
		{
			label: '1',
			id: 'x',
			outcome,
			rules: [],
			made: outcome.kind === 'kept' ? [{label: '1', id: 'x', changes}] : [],
		},
	],
});

test('a row that comes out alike, fractions in 32 bits or not, agrees', (t) => {
	const steps = [
		step('read', [
			{column: 'text', after: 'a'},
			{column: 'n', after: Math.fround(0.1)},
		]),
	];
	t.deepEqual(disagreementsOf(manifest, kept, steps, false), []);
});

test('columns are compared under the names that they have in the end', (t) => {
	const renamed = {...step('columns', []), renamed: [['body', 'text'] as const], removed: ['n']};
	const steps = [
		step('read', [
			{column: 'body', after: 'b'},
			{column: 'n', after: 9},
		]),
		renamed,
	];
	t.deepEqual(disagreementsOf(manifest, kept, steps, false), [
		'Run again, the row has other values in text than in version 3.',
	]);
});

test('another fate is told with what may have caused it', (t) => {
	const steps = [step('length', [], {kind: 'dropped', reason: 'too-short'})];
	t.deepEqual(disagreementsOf(manifest, kept, steps, true), [
		'Version 3 says that the row is kept; run again, it is dropped at length as too-short. Code, options or locked versions are others than those of version 3.',
	]);
});

test('steps that do not lead to the row are told', (t) => {
	t.deepEqual(disagreementsOf(manifest, {...kept, id: 'y'}, [step('read', [])], false), [
		'Version 3 says that the row is kept; run again, its record does not lead to it.',
	]);
});
