import test from 'ava';
import fc from 'fast-check';
import {recordBatch, type AnyRow} from './batch.ts';
import {int32} from './column.ts';
import {MillraceError} from './errors.ts';
import {mapRows, refuseDrop, type Mapped} from './map-rows.ts';
import type {Awaitable, Output} from './stage.ts';
import {vector} from './vector.ts';
import {contextOf} from '../fixtures/run-step.ts';

type Map = (row: AnyRow) => Awaitable<Mapped<AnyRow>>;

/** Runs a map with the added column `out` over rows of one column `n`, of numbers. */
function run(map: Map, numbers: readonly number[], slow = false): Awaitable<Output<AnyRow>> {
	const batch = recordBatch(
		numbers.length,
		new Map([['n', vector(int32.type, numbers)]]),
		new Map([['n', 'n']]),
	);
	return mapRows(map, ['out'], {}, slow)(batch, contextOf('stage'));
}

const plain = ({columns, source, child, ...rest}: Output<AnyRow>) => ({
	...rest,
	out: [...Array.from(columns['out'] ?? [])],
	...(source ? {source: [...source]} : {}),
	...(child ? {child: [...child]} : {}),
});

interface Expected {
	readonly out: number[];
	readonly source: number[];
	readonly child: number[];
	readonly drops: unknown[];
	readonly quarantines: unknown[];
}

const nothingYet = (): Expected => ({out: [], source: [], child: [], drops: [], quarantines: []});

/** What a row becomes in the model below. */
const fate = fc.oneof(
	fc.constant({kind: 'keep'} as const),
	fc.record({kind: fc.constant('drop' as const), score: fc.option(fc.integer(), {nil: undefined})}),
	fc.record({kind: fc.constant('several' as const), count: fc.nat(4)}),
	fc.constant({kind: 'throw'} as const),
	fc.record({kind: fc.constant('no value' as const), among: fc.nat(3)}),
);

for (const slow of [false, true]) {
	const speed = slow ? 'slow' : 'fast';

	test(`${speed}: every row is kept, dropped or quarantined, once, and children tell their source`, async (t) => {
		await fc.assert(
			fc.asyncProperty(fc.array(fate), async (fates) => {
				const expected = nothingYet();
				for (const [row, {kind, ...rest}] of fates.entries()) {
					const count = kind === 'several' && 'count' in rest ? rest.count : 0;
					if (kind === 'keep') {
						expected.out.push(row);
						expected.source.push(row);
						expected.child.push(-1);
					} else if (count > 0) {
						for (let child = 0; child < count; child++) {
							expected.out.push(row * 10 + child);
							expected.source.push(row);
							expected.child.push(child);
						}
					} else if (kind === 'several') expected.drops.push({row, reason: 'no-rows'});
					else if (kind === 'drop')
						expected.drops.push({
							row,
							reason: 'unfit',
							...('score' in rest && rest.score !== undefined ? {score: rest.score} : {}),
						});
					else
						expected.quarantines.push({
							row,
							error:
								kind === 'throw'
									? `row ${row} is bad`
									: 'the stage returned no value for its column out; use null in a nullable column.',
						});
				}
				const map = ({n}: AnyRow): Mapped<AnyRow> => {
					const row = Number(n);
					const mine = fates[row] ?? {kind: 'keep'};
					switch (mine.kind) {
						case 'keep':
							return {out: row};
						case 'several':
							return Array.from({length: mine.count}, (_, child) => ({out: row * 10 + child}));
						case 'drop':
							return {drop: 'unfit', ...(mine.score === undefined ? {} : {score: mine.score})};
						case 'throw':
							throw new Error(`row ${row} is bad`);
						case 'no value':
							return mine.among === 0
								? {}
								: Array.from({length: mine.among}, (_, child) =>
										child === mine.among - 1 ? {} : {out: child},
									);
					}
				};
				const {length, ...output} = plain(
					await run(
						slow ? async (row) => Promise.resolve(row).then(map) : map,
						fates.map((_, row) => row),
						slow,
					),
				);
				t.is(length, expected.out.length);
				t.deepEqual(output.out, expected.out);
				t.deepEqual(output.drops ?? [], expected.drops);
				t.deepEqual(output.quarantines ?? [], expected.quarantines);
				t.deepEqual(output.source ?? fates.map((_, row) => row), expected.source);
				t.deepEqual(output.child ?? expected.out.map(() => -1), expected.child);
				t.is(
					output.child !== undefined,
					fates.some((one) => one.kind === 'several' && one.count > 0),
				);
			}),
		);
	});

	test(`${speed}: rows that are all kept have no source, for they are one to one`, async (t) => {
		t.deepEqual(plain(await run(({n}) => ({out: n}), [5, 6, 7], slow)), {length: 3, out: [5, 6, 7]});
		t.deepEqual(plain(await run(({n}) => ({out: n}), [], slow)), {length: 0, out: []});
	});

	test(`${speed}: an error that says that the stage is at fault ends the run; a temporary one quarantines the row`, async (t) => {
		const failing = (code: 'schema' | 'temporary') => async () =>
			run(
				() => {
					throw new MillraceError(code, 'no answer');
				},
				[1, 2],
				slow,
			);
		await t.throwsAsync(failing('schema'), {instanceOf: MillraceError, code: 'schema', message: 'no answer'});
		t.deepEqual(plain(await failing('temporary')()).quarantines, [
			{row: 0, error: 'no answer'},
			{row: 1, error: 'no answer'},
		]);
	});

	test(`${speed}: what is thrown without being an error is quarantined as text`, async (t) => {
		const thrown: unknown = 'just text';
		const output = await run(
			() => {
				throw thrown;
			},
			[1],
			slow,
		);
		t.deepEqual(plain(output), {length: 0, out: [], source: [], quarantines: [{row: 0, error: 'just text'}]});
	});

	test(`${speed}: null is a value, and a row may hold more than the stage adds`, async (t) => {
		t.deepEqual(plain(await run(() => ({out: null, other: 1}), [1], slow)), {length: 1, out: [null]});
	});
}

test('a dropped row says only its reason and score, whatever else the map returned', async (t) => {
	const output = await run(({n}) => ({...{n, row: 99, out: 1}, drop: 'unfit'}), [1, 2]);
	t.deepEqual(plain(output).drops, [
		{row: 0, reason: 'unfit'},
		{row: 1, reason: 'unfit'},
	]);
});

test('an asynchronous map without a queue is refused', (t) => {
	t.throws(() => run(async () => Promise.resolve({out: 1}), [1]), {
		code: 'usage',
		message: 'a stage whose map is asynchronous must declare `queue`, which bounds its calls.',
	});
});

test('a slow map begins all rows of a batch, and keeps their order however they end', async (t) => {
	const began: unknown[] = [];
	const release = Promise.withResolvers<undefined>();
	const running = run(
		async ({n}) => {
			began.push(n);
			if (n === 1) await release.promise;
			if (n === 3) release.resolve(undefined);
			return {out: n};
		},
		[1, 2, 3],
		true,
	);
	t.deepEqual(plain(await running).out, [1, 2, 3]);
	t.deepEqual(began, [1, 2, 3]);
});

test('the context tells the row its id, its options and its random choices', (t) => {
	const context = contextOf('stage', 7);
	const batch = recordBatch(2, new Map(), new Map());
	const seen: unknown[] = [];
	void mapRows(
		(_, {options, id, random}) => {
			seen.push([options, id, random().float(), random(1).float()]);
			return {};
		},
		[],
		{min: 3},
		false,
	)(batch, context);
	t.deepEqual(
		seen,
		[0, 1].map((row) => [
			{min: 3},
			context.id(row),
			context.random(row, 0).float(),
			context.random(row, 1).float(),
		]),
	);
});

test('a column named drop is refused', (t) => {
	t.throws(
		() => {
			refuseDrop('stage a', ['text', 'drop']);
		},
		{
			code: 'usage',
			message: 'stage a: a column may not be named drop, which is how map drops a row; choose another name.',
		},
	);
	t.notThrows(() => {
		refuseDrop('stage a', ['text', 'dropped']);
	});
});
