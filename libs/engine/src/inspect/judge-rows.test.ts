import {defineBarrier, float64, int32, utf8, type AnyStep} from '@millrace/core';
import test from 'ava';
import {batchOf, objectsOf} from '../../fixtures/batch-of.ts';
import type {NamedStep} from '../work/segment.ts';
import {judgeRows} from './judge-rows.ts';

const columns = {text: utf8, size: int32};
const schema = new Map(Object.entries(columns).map(([name, {type}]) => [name, type]));
const batch = batchOf(
	schema,
	[3, 1, 2].map((size) => ({text: `of ${size}`, size})),
);

const sizes = {needs: {size: int32}, keys: {size: int32}, ties: 'position'} as const;

const weighed = defineBarrier({
	...sizes,
	name: 'weighed',
	adds: {share: float64},
	extract: ({length, columns: {size}}) => ({length, columns: {size}}),
	async *decide(keys) {
		for await (const chunk of keys) {
			yield chunk.map(({ref, values: {size}}) =>
				size > 2 ? {ref, drop: {reason: 'large', score: size}} : {ref, adds: {share: size / 6}},
			);
		}
	},
});

const ordered = defineBarrier({
	...sizes,
	name: 'ordered',
	apply: 'order',
	extract: ({length, columns: {size}}) => ({length, columns: {size}}),
	async *decide(keys) {
		for await (const chunk of keys) yield chunk.map(({ref}) => ({ref}));
	},
});

const judged = async (step: AnyStep) => {
	const node: NamedStep = {kind: 'step', name: step.name, step, position: 0};
	if (step.body.kind !== 'barrier') throw new TypeError('expected a barrier');
	return judgeRows(batch, node, step.body, schema, 0);
};

test('verdicts drop rows and add columns, and rows stay in place', async (t) => {
	const {batch: kept, dropped, account} = await judged(weighed());
	t.deepEqual(objectsOf(kept), [
		{text: 'of 1', size: 1, share: 1 / 6},
		{text: 'of 2', size: 2, share: 2 / 6},
	]);
	t.deepEqual([...kept.source], [1, 2]);
	t.deepEqual(
		dropped.map(({reason, score, row}) => [reason, score, row]),
		[['large', 3, {text: 'of 3', size: 3}]],
	);
	t.deepEqual([account.in, account.out, account.dropped], [3, 2, {large: 1}]);
});

test('an order moves rows and tells where each stood', async (t) => {
	const {batch: moved, account} = await judged(ordered());
	t.deepEqual(
		objectsOf(moved).map(({size}) => size),
		[1, 2, 3],
	);
	t.deepEqual([...moved.source], [1, 2, 0]);
	t.deepEqual([account.in, account.out], [3, 3]);
});
