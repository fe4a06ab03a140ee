import test from 'ava';
import {z} from 'zod';
import {int32, list, utf8} from './column.ts';
import {defineStage} from './define-stage.ts';
import {runStep} from '../fixtures/run-step.ts';

type Unit = (text: string) => number;

const length = defineStage({
	name: 'length',
	summary: 'Drops short texts.',
	needs: {text: utf8},
	adds: {length: int32},
	options: {
		min: z.int().default(2),
		unit: z.custom<Unit>((given) => typeof given === 'function').default(() => (text: string) => text.length),
	},
	map({text}, {options}) {
		const size = options.unit(text);
		return size < options.min ? {drop: 'too-short', score: size} : {length: size};
	},
});

test('a map sees a row under its own names, whatever the user calls them', async (t) => {
	const step = length({min: 3, columns: {text: 'body', length: 'size'}});
	t.deepEqual(
		[...step.columns],
		[
			['text', 'body'],
			['length', 'size'],
		],
	);
	const output = await runStep(step, [
		{body: 'abc', text: 'a'},
		{body: 'ab', text: 'abcd'},
	]);
	t.deepEqual(output.columns, {length: [3]});
	t.deepEqual(output.drops, [{row: 1, reason: 'too-short', score: 2}]);
});

test('options are checked when the stage is made, and enter its step as JSON', (t) => {
	t.deepEqual(
		defineStage({name: 'plain', needs: {}, options: {min: z.int().default(2)}, map: () => ({})})().options,
		{min: 2},
	);
	const unknownOption: object = {mni: 1};
	const unknownRole: object = {columns: {txt: 'body'}};
	t.throws(() => length(unknownOption), {
		code: 'usage',
		message: /^stage length: unknown option "mni", did you mean "min"\?/,
	});
	t.throws(() => length(unknownRole), {
		code: 'usage',
		message: /^stage length: unknown column role "txt", did you mean "text"\?/,
	});
});

test('a step has the columns of its declaration and the sources of its functions', (t) => {
	const unit = (text: string) => text.split(' ').length;
	const {name, needs, adds, body, origin, '~row': row} = length({unit});
	t.is(name, 'length');
	t.deepEqual([needs, adds], [{text: utf8}, {length: int32}]);
	t.is(body.kind, 'stage');
	t.false('queue' in body);
	t.is(origin.module, import.meta.url);
	t.is(origin.functions.length, 2);
	t.regex(origin.functions[0] ?? '', /^map\(\{text\}/);
	t.is(origin.functions[1], String(unit));
	t.is(row, undefined);
});

test('a stage that closes over its options alone is told by its module and their functions', (t) => {
	const make = (factor: number) =>
		defineStage({
			name: 'scaled',
			needs: {n: int32},
			adds: {n: int32},
			closesOver: 'options',
			map: ({n}) => ({n: n * factor}),
		});
	t.deepEqual(make(2)().origin.functions, []);
});

test('the definition is there for catalogues', (t) => {
	const {name, summary, needs, options} = length.definition;
	t.is(`${name}: ${summary ?? ''}`, 'length: Drops short texts.');
	t.deepEqual(needs, {text: utf8});
	t.deepEqual(Object.keys(options ?? {}), ['min', 'unit']);
});

test('a batch function sees columns and bytes, its options and the context', async (t) => {
	const bytes = defineStage({
		name: 'bytes',
		needs: {text: utf8},
		adds: {bytes: int32, ids: utf8},
		options: {times: z.int().default(1)},
		batch(batch, {options, id}) {
			const {offsets} = batch.utf8('text');
			const rows = Array.from({length: batch.length}, (_, row) => row);
			return {
				length: batch.length,
				columns: {
					bytes: rows.map((row) => ((offsets[row + 1] ?? 0) - (offsets[row] ?? 0)) * options.times),
					ids: rows.map((row) => id(row).slice(0, 4)),
				},
			};
		},
	});
	const output = await runStep(bytes({times: 2}), [{text: 'é'}, {text: 'abc'}]);
	t.deepEqual(output.columns.bytes, [4, 6]);
	t.is(new Set(Array.from(output.columns.ids ?? [])).size, 2);
});

test('a queue declares the stage slow, with bounds from its options', async (t) => {
	const slow = defineStage({
		name: 'slow',
		needs: {text: utf8},
		adds: {tokens: list(utf8)},
		options: {concurrency: z.int().default(3)},
		queue: ({concurrency}) => ({concurrency, batchRows: 8}),
		map: async ({text}) => Promise.resolve({tokens: text.split(' ')}),
	});
	const {body} = slow({concurrency: 5});
	t.deepEqual(body.kind === 'stage' ? body.queue : undefined, {concurrency: 5, batchRows: 8});
	t.deepEqual((await runStep(slow(), [{text: 'a b'}])).columns, {tokens: [['a', 'b']]});
});

test('this is the definition, so that a map may call its siblings', async (t) => {
	const stage = defineStage({
		name: 'this',
		needs: {},
		adds: {name: utf8},
		map() {
			return {name: this.name};
		},
	});
	t.deepEqual((await runStep(stage(), [{}])).columns, {name: ['this']});
});

test('random choices follow the seed of the run', async (t) => {
	const dice = defineStage({
		name: 'dice',
		needs: {},
		adds: {n: int32},
		map: (_, {random}) => ({n: random().int(1_000_000)}),
	});
	const rows = [{}, {}, {}];
	const [one, again, other] = [
		await runStep(dice(), rows, 1),
		await runStep(dice(), rows, 1),
		await runStep(dice(), rows, 2),
	];
	t.deepEqual(one, again);
	t.notDeepEqual(one, other);
	t.is(new Set(Array.from(one.columns.n ?? [])).size, 3);
});

test('a stage that would add a column named drop, or has no map, batch or rules, is refused', (t) => {
	t.throws(() => defineStage({name: 'bad', needs: {}, adds: {drop: utf8}, map: () => ({drop: 'x'})}), {
		code: 'usage',
		message: 'stage bad: a column may not be named drop, which is how map drops a row; choose another name.',
	});
	// @ts-expect-error TS2345: neither map nor batch
	t.throws(defineStage({name: 'empty', needs: {}}), {
		code: 'usage',
		message: 'stage empty: expected map, batch or rules, found none.',
	});
});
