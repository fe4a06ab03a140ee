import type {ExplainedStep, Explanation} from '@millrace/engine';
import {unpainted} from '@millrace/terminal';
import test from 'ava';
import {explainLines} from './explain-lines.ts';

const id = '0123456789abcdef0123456789abcdef';
const child = (number: number) => ({
	label: `1.${number}`,
	id: `${number}`.padStart(32, '0'),
	changes: [{column: 'text', after: `part ${number}`}],
});

const step: ExplainedStep = {
	kind: 'stage',
	name: 'parts',
	added: [],
	rewritten: [],
	removed: [],
	renamed: [],
	rows: [],
};
const through = {
	label: '1',
	id,
	outcome: {kind: 'kept'},
	rules: [],
	made: [{label: '1', id, changes: []}],
} as const;

const lines = (steps: readonly ExplainedStep[], given: Partial<Explanation> = {}): readonly string[] =>
	explainLines(
		{
			name: 'notes',
			version: 2,
			row: {id, source: 'a.jsonl', fate: {kind: 'kept', split: 'train'}, values: {text: 'kept text'}},
			label: '1.30',
			steps,
			disagreements: [],
			...given,
		},
		{width: 80, paint: unpainted, most: 5},
	);

test('of many children those around the one that is followed are listed', (t) => {
	const made = Array.from({length: 40}, (_, index) => child(index + 1));
	const found = lines([{...step, rows: [{...through, made}]}]);
	t.is(found[3], 'parts  makes 40 rows of it');
	t.is(found.length, 3 + 1 + 12 + 2);
	t.true(found.includes('  ▸ 1.30  00000000  part 30'));
	t.is(found.at(-2), '    … and 28 more');
	t.is(found.at(-1), '  text  part 30');
});

test('steps that did nothing share a line, columns that go or change their name are told', (t) => {
	const silent = {...step, rows: [through]};
	const columns = {...step, kind: 'columns', removed: ['a'], renamed: [['b', 'c']], rows: [through]} as const;
	t.deepEqual(lines([silent, {...silent, name: 'split'}, columns]).slice(3), [
		'parts, split: nothing changed',
		'parts  leaves out a; renames b to c',
	]);
});

test('what a barrier added and the version does not keep is told as that', (t) => {
	const made = [{label: '1', id, changes: [{column: 'share'}, {column: 'n', before: 1, after: 2}]}];
	t.deepEqual(lines([{...step, kind: 'barrier', rows: [{...through, made}]}]).slice(3), [
		'parts  kept, as the version decided',
		'  share  not kept by the version',
		'  n      1 → 2',
	]);
});

test('without steps the row is shown as it is kept, after the reason', (t) => {
	t.deepEqual(lines([], {disagreements: ['The record is gone.']}).slice(1), [
		'Kept, in split train. From a.jsonl, record 1.',
		'The record is gone.',
		'',
		'text  kept text',
	]);
});

test('a quarantined row is told with its error, control characters as signs', (t) => {
	const lost = {...through, outcome: {kind: 'quarantined', error: 'bad \u001b[31m'}, made: []} as const;
	t.deepEqual(lines([{...step, rows: [lost]}]).slice(3), ['parts  quarantined: bad ␛[31m']);
});

test('a row that was dropped because of one that became others says so', (t) => {
	const fate = {kind: 'dropped', stage: 'once', reason: 'again', because: 'f'.repeat(32)} as const;
	const found = lines([], {row: {id, source: 'a', fate, values: {}}});
	t.regex(found.join(' '), /Row f{32} was kept instead; later stages made other rows of it\.$/);
});
