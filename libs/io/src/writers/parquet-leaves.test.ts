import test from 'ava';
import type {ColumnType} from '@millrace/core';
import {arbitraryTable} from '@millrace/testing';
import fc from 'fast-check';
import {elementsOf, leavesOf} from './parquet-leaves.ts';

fc.configureGlobal({numRuns: 30});

const turns: ColumnType = {
	kind: 'list',
	of: {kind: 'struct', fields: {role: {kind: 'utf8'}, at: {kind: 'timestamp', nullable: true}}},
	nullable: true,
};

test('a leaf knows its path, its physical type and its highest levels', (t) => {
	t.deepEqual(leavesOf(new Map([['turns', turns]])), [
		{
			path: ['turns', 'list', 'element', 'role'],
			kind: 'utf8',
			physical: 'BYTE_ARRAY',
			maxDefinition: 2,
			maxRepetition: 1,
		},
		{
			path: ['turns', 'list', 'element', 'at'],
			kind: 'timestamp',
			physical: 'INT64',
			maxDefinition: 3,
			maxRepetition: 1,
		},
	]);
});

test('lists have the three levels that the format asks for', (t) => {
	t.deepEqual(
		elementsOf(new Map([['turns', turns]])).map(({name, repetition, children, converted}) =>
			[name, repetition, children, converted].join(' ').trim(),
		),
		[
			'turns OPTIONAL 1 LIST',
			'list REPEATED 1',
			'element REQUIRED 2',
			'role REQUIRED 0 UTF8',
			'at OPTIONAL 0 TIMESTAMP_MICROS',
		],
	);
});

test('the elements without children are the leaves, in their order, and the highest levels count those above', (t) => {
	fc.assert(
		fc.property(arbitraryTable({maxRows: 0}), ({schema}) => {
			const elements = elementsOf(schema);
			const leaves = leavesOf(schema);
			let next = 0;
			const walk = (definition: number, repetition: number): readonly (readonly unknown[])[] => {
				const element = elements[next++];
				if (!element) return [];
				const below = definition + (element.repetition === 'REQUIRED' ? 0 : 1);
				const again = repetition + (element.repetition === 'REPEATED' ? 1 : 0);
				if (element.children === 0) return [[element.name, element.physical, below, again]];
				return Array.from({length: element.children}, () => walk(below, again)).flat();
			};
			t.deepEqual(
				leaves.map(({path, physical, maxDefinition, maxRepetition}) => [
					path.at(-1),
					physical,
					maxDefinition,
					maxRepetition,
				]),
				[...schema].flatMap(() => walk(0, 0)),
			);
		}),
	);
});
