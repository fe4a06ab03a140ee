import test from 'ava';
import {z} from 'zod';
import type {Key, Verdict} from './barrier.ts';
import {int32, utf8} from './column.ts';
import {defineBarrier} from './define-barrier.ts';
import type {AnyStep} from './step.ts';
import {batchOf, contextOf} from '../fixtures/run-step.ts';

/** Keeps the first rows of each group and tells each its place. */
const firstOf = defineBarrier({
	name: 'first-of',
	summary: 'Keeps the first rows of each group.',
	needs: {group: utf8},
	keys: {group: utf8},
	ties: 'position',
	adds: {place: int32},
	options: {count: z.int().min(1).default(1)},
	extract: ({length, columns}, {options}) => ({
		length,
		columns: {group: Array.from(columns.group, (group) => group.slice(0, options.count + 9))},
	}),
	async *decide(keys, {count}) {
		let [group, place] = ['', 0];
		for await (const chunk of keys) {
			yield chunk.map(({ref, values}) => {
				[group, place] = [values.group, values.group === group ? place + 1 : 1];
				return place > count ? {ref, drop: {reason: 'enough'}} : {ref, adds: {place}};
			});
		}
	},
});

const bodyOf = ({body}: AnyStep) => {
	if (body.kind !== 'barrier') throw new TypeError('expected a barrier');
	return body;
};

async function* keysOf(groups: readonly string[]): AsyncGenerator<readonly Key[]> {
	for (const [row, group] of groups.entries())
		yield [{ref: {partition: 0, row}, id: String(row).padStart(32, '0'), values: {group}}];
	await Promise.resolve();
}

const noSorter = (): never => {
	throw new Error('expected no sorting');
};

async function verdictsOf(step: AnyStep, groups: readonly string[]): Promise<readonly Verdict[]> {
	const verdicts: Verdict[] = [];
	for await (const chunk of bodyOf(step).decide(keysOf(groups), {sorter: noSorter})) verdicts.push(...chunk);
	return verdicts;
}

test('extract sees rows under the names of the barrier, decide its options', async (t) => {
	const step = firstOf({count: 2, columns: {group: 'package'}});
	const keys = bodyOf(step).extract(batchOf(step, [{package: 'a'}, {package: 'b'}]), contextOf('first-of'));
	t.deepEqual(keys, {length: 2, columns: {group: ['a', 'b']}});
	t.deepEqual(await verdictsOf(step, ['a', 'a', 'a', 'b']), [
		{ref: {partition: 0, row: 0}, adds: {place: 1}},
		{ref: {partition: 0, row: 1}, adds: {place: 2}},
		{ref: {partition: 0, row: 2}, drop: {reason: 'enough'}},
		{ref: {partition: 0, row: 3}, adds: {place: 1}},
	]);
});

test('a step has the columns, options and functions of its declaration', (t) => {
	const step = firstOf({columns: {place: 'rank'}});
	t.is(step.name, 'first-of');
	t.deepEqual([step.needs, step.adds, step.options], [{group: utf8}, {place: int32}, {count: 1}]);
	t.deepEqual(
		[...step.columns],
		[
			['group', 'group'],
			['place', 'rank'],
		],
	);
	t.is(step.origin.module, import.meta.url);
	t.is(step.origin.functions.length, 2);
	const {keys, ties, apply} = bodyOf(step);
	t.deepEqual([keys, ties, apply], [{group: utf8}, 'position', 'verdict']);
});

test('a barrier may order rows, add nothing and close over its options alone', (t) => {
	const sorted = defineBarrier({
		name: 'sorted',
		needs: {n: int32},
		keys: {n: int32},
		ties: 'id',
		apply: 'order',
		closesOver: 'options',
		extract: ({length, columns}) => ({length, columns: {n: columns.n}}),
		async *decide(keys) {
			for await (const chunk of keys) yield chunk.map(({ref}) => ({ref}));
		},
	});
	const step = sorted();
	t.deepEqual([step.adds, step.options, step.origin.functions], [{}, {}, []]);
	t.is(bodyOf(step).apply, 'order');
});

test('an unknown option or role is an error that names the one that was probably meant', (t) => {
	const option: object = {cuont: 1};
	const role: object = {columns: {gruop: 'package'}};
	t.throws(() => firstOf(option), {
		code: 'usage',
		message: /^barrier first-of: unknown option "cuont", did you mean "count"\?/,
	});
	t.throws(() => firstOf(role), {
		code: 'usage',
		message: /^barrier first-of: unknown column role "gruop", did you mean "group"\?/,
	});
	t.throws(() => firstOf({count: 0}), {code: 'usage', message: /^barrier first-of: count: /});
});

test('the definition is there for catalogues', (t) => {
	const {name, summary, options} = firstOf.definition;
	t.deepEqual(
		[name, summary, Object.keys(options ?? {})],
		['first-of', 'Keeps the first rows of each group.', ['count']],
	);
});
