import {defineBarrier, float64, nullable, pipeline, utf8, type PipelinePlan} from '@millrace/core';
import {fromJsonl} from '@millrace/io';
import test from 'ava';
import {batchOf, idsOf, objectsOf} from '../../fixtures/batch-of.ts';
import {publishedNotes} from '../../fixtures/published-notes.ts';
import {planSteps} from '../inspect/plan-steps.ts';
import {rowsById, type FoundRow} from './find-rows.ts';
import {recordedRows, recordedVerdicts} from './recorded-verdicts.ts';

const weighed = defineBarrier({
	name: 'weighed',
	needs: {text: utf8},
	keys: {text: utf8},
	ties: 'position',
	adds: {weight: float64, note: nullable(utf8)},
	extract: ({length, columns: {text}}) => ({length, columns: {text}}),
	async *decide(keys) {
		for await (const chunk of keys) yield chunk.map(({ref}) => ({ref, adds: {weight: 1, note: null}}));
	},
});

const read = pipeline('notes', fromJsonl({files: 'notes.jsonl', columns: {text: utf8}})).pipe(weighed());
const schema = new Map([['text', utf8.type]]);
const batch = batchOf(schema, [{text: 'a'}, {text: 'b'}]);
const [first = '', second = ''] = idsOf(batch);

const rowOf = (id: string, fate: FoundRow['fate'], values: FoundRow['values']): FoundRow => ({
	id,
	source: 'a.jsonl',
	fate,
	values,
});

async function judged(plan: PipelinePlan, target: FoundRow, others: readonly FoundRow[] = []) {
	const known = new Map([target, ...others].map((row) => [row.id, row] as const));
	const node = planSteps(plan)
		.map((step) => step.node)
		.find((each) => each.kind === 'step');
	if (!node) throw new Error('no barrier');
	return recordedVerdicts(plan, batch, node, target, async () => Promise.resolve(known));
}

test('a row is dropped as the version says, and one that went on has what the barrier added', async (t) => {
	const dropped = {kind: 'dropped', stage: 'weighed', reason: 'light', score: 0.5, because: second} as const;
	const found = await judged(read, rowOf(first, dropped, {text: 'a'}), [
		rowOf(second, {kind: 'kept', split: 'train'}, {text: 'b', weight: 3, note: 'heavy'}),
	]);
	t.like(found.dropped[0], {id: first, stage: 'weighed', reason: 'light', score: 0.5, because: second});
	t.deepEqual(objectsOf(found.batch), [{text: 'b', weight: 3, note: 'heavy'}]);
	t.is(found.unknown.size, 0);
});

test('what was added is read under the name that it has later, and from the row that was asked for', async (t) => {
	const later = read.rename({weight: 'heft'});
	const kept = {kind: 'kept', split: 'train'} as const;
	const found = await judged(later, rowOf('child', kept, {text: 'b', heft: 2, note: null}));
	t.deepEqual(objectsOf(found.batch)[0], {text: 'a', weight: 2, note: null});
});

test('what was left out or written anew since is unknown', async (t) => {
	const later = read.drop('weight').derive('note', utf8, () => 'other');
	const found = await judged(later, rowOf(first, {kind: 'kept', split: 'train'}, {text: 'a', note: 'other'}));
	t.deepEqual(found.unknown.get(0), ['weight', 'note']);
});

test('rows are looked up once', async (t) => {
	const {store, manifest} = await publishedNotes(t);
	const all = await Array.fromAsync(rowsById(store, manifest, () => true));
	const [target, other] = all;
	if (!target || !other) throw new Error('too few rows');
	const lookUp = recordedRows(store, manifest, target);
	const known = await lookUp([target.id, other.id, 'none']);
	t.deepEqual(known.get(other.id), other);
	t.true(known.has('none'));
	t.is(known.get('none'), undefined);
});
