import type {PreviewStep} from '@millrace/engine';
import {unpainted} from '@millrace/terminal';
import test from 'ava';
import {stepLines} from './step-lines.ts';

const step: PreviewStep = {
	kind: 'columns',
	schema: new Map(),
	added: [],
	rewritten: [],
	removed: [],
	renamed: [],
	rows: [],
	dropped: [],
	quarantined: [],
};
const row = (number: number) => ({
	label: String(number),
	id: '',
	values: {text: `text ${number}`},
	changed: ['text'],
});

test('columns that are left out or renamed are named', (t) => {
	t.deepEqual(stepLines({...step, removed: ['a', 'b'], renamed: [['c', 'd']]}, 80, unpainted), [
		'columns  leaves out a, b; renames c to d',
	]);
});

test('more rows than fit a glance are counted', (t) => {
	const lines = stepLines(
		{
			...step,
			kind: 'stage',
			name: 'x',
			rewritten: ['text'],
			rows: Array.from({length: 25}, (_, index) => row(index + 1)),
		},
		80,
		unpainted,
	);
	t.is(lines.length, 1 + 1 + 20 + 1);
	t.deepEqual(lines.slice(-2), ['  20  text 20', '  … and 5 more']);
});

test('a row that was dropped because of one that is not shown has the beginning of its id', (t) => {
	const lost = {
		label: '2',
		id: '',
		path: '',
		stage: 'once',
		reason: 'again',
		because: 'abcdef0123456789',
		row: {short: 'x', long: 'the text'},
	};
	t.deepEqual(stepLines({...step, kind: 'barrier', name: 'once', dropped: [lost]}, 80, unpainted), [
		'once  saw these rows alone',
		'  #  dropped            row',
		'  2  again of abcdef01  the text',
	]);
});

test('a narrow terminal has what was done below the name', (t) => {
	const lines = stepLines(
		{...step, removed: ['first', 'second'], renamed: [['third', 'fourth']]},
		30,
		unpainted,
	);
	t.deepEqual(lines, ['columns', '  leaves out first, second;', '  renames third to fourth']);
});
