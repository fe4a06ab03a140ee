import {defineBarrier, float64, int32, list, nullable, utf8, type AnyRow, type AnyStep} from '@millrace/core';
import {memoryStore} from '@millrace/io';
import test from 'ava';
import fc from 'fast-check';
import {batchOf, idsOf, objectsOf} from '../../fixtures/batch-of.ts';
import {applyVerdicts, writeVerdicts, type RowVerdict} from './apply-verdicts.ts';

const schema = new Map([['text', utf8.type]]);

const rows = (count: number): AnyRow[] => Array.from({length: count}, (_, row) => ({text: `row ${row}`}));

/** A barrier of which only the columns that it adds matter here. */
const barrierOf = (adds: AnyStep['adds'], columns = {}) => {
	const declared = defineBarrier({
		name: 'judge',
		needs: {text: utf8},
		keys: {text: utf8},
		ties: 'id',
		extract: ({columns: {text}, length}) => ({length, columns: {text}}),
		async *decide() {
			/* keeps all */
		},
	});
	const step: AnyStep = {...declared(), adds, columns: new Map(Object.entries(columns))};
	return {kind: 'step', name: 'judge', step, position: 0} as const;
};

const drop = fc.record(
	{
		reason: fc.constantFrom('duplicate', 'rare'),
		score: fc.double({noNaN: true}),
		because: fc.string({maxLength: 4}),
	},
	{requiredKeys: ['reason']},
);

test('rows are dropped, kept and given columns as a plain loop would', async (t) => {
	const adds = {cluster: int32, names: list(utf8), share: nullable(float64)};
	const added = fc.record({
		cluster: fc.integer(),
		names: fc.array(fc.string({maxLength: 3}), {maxLength: 2}),
		share: fc.option(fc.double({noNaN: true})),
	});
	const verdict = fc.oneof(fc.record({drop}), fc.record({adds: added}));
	await fc.assert(
		fc.asyncProperty(fc.array(verdict, {maxLength: 20}), async (verdicts) => {
			const store = memoryStore();
			const node = barrierOf(adds, {cluster: 'group'});
			const batch = batchOf(schema, rows(verdicts.length));
			const object = await writeVerdicts(
				store,
				node,
				verdicts.map((each, row): RowVerdict => ({row, ...each})),
			);
			const {batch: left, account, dropped} = await applyVerdicts(store, batch, node, object);
			const ids = idsOf(batch);
			const kept = verdicts.flatMap((each, row) => ('adds' in each ? [{row, ...each.adds}] : []));
			t.deepEqual(
				objectsOf(left),
				kept.map(({row, cluster, names, share}) => ({text: `row ${row}`, group: cluster, names, share})),
			);
			t.deepEqual(
				idsOf(left),
				kept.map(({row}) => ids[row] ?? ''),
			);
			t.deepEqual(
				[...left.source],
				kept.map(({row}) => row),
			);
			t.deepEqual(
				dropped,
				verdicts.flatMap((each, row) =>
					'drop' in each
						? [{id: ids[row] ?? '', path: 'a.jsonl', stage: 'judge', ...each.drop, row: {text: `row ${row}`}}]
						: [],
				),
			);
			t.is(account.in, verdicts.length);
			t.is(
				account.out + Object.values(account.dropped).reduce((sum, count) => sum + count, 0),
				verdicts.length,
			);
		}),
		{numRuns: 60},
	);
});

test('without verdicts every row is kept as it is', async (t) => {
	const batch = batchOf(schema, rows(3));
	const {batch: left, account, dropped} = await applyVerdicts(memoryStore(), batch, barrierOf({}), undefined);
	t.deepEqual(objectsOf(left), rows(3));
	t.deepEqual(idsOf(left), idsOf(batch));
	t.deepEqual(account, {stage: 'judge', in: 3, generated: 0, out: 3, dropped: {}, quarantined: 0});
	t.deepEqual(dropped, []);
});

test('a row without a verdict has null in a nullable column, and is an error where no null may be', async (t) => {
	const store = memoryStore();
	const batch = batchOf(schema, rows(2));
	const maybe = barrierOf({share: nullable(float64)});
	const object = await writeVerdicts(store, maybe, [{row: 1, adds: {share: 0.5}}]);
	t.deepEqual(
		objectsOf((await applyVerdicts(store, batch, maybe, object)).batch).map(({share}) => share),
		[null, 0.5],
	);
	const always = barrierOf({cluster: int32});
	const some = await writeVerdicts(store, always, [{row: 1, adds: {cluster: 3}}]);
	const message =
		/^barrier judge: expected a value of its column cluster for every row kept, found none for row 0/;
	await t.throwsAsync(applyVerdicts(store, batch, always, some), {code: 'accounts', message});
	await t.throwsAsync(applyVerdicts(store, batch, always, undefined), {code: 'accounts', message});
});
