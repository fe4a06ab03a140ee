import test from 'ava';
import {publishedNotes} from '../../fixtures/published-notes.ts';
import {rowsById, rowsByText} from './find-rows.ts';

test('finds rows by id, whatever became of them, with what they held', async (t) => {
	const {store, manifest} = await publishedNotes(t);
	const all = await Array.fromAsync(rowsById(store, manifest, () => true));
	t.deepEqual(
		all.map(({fate, source, values}) => [
			fate.kind === 'kept' ? fate.split : fate.kind === 'dropped' ? fate.reason : fate.kind,
			source,
			values['text'],
		]),
		[
			['test', 'notes.jsonl', 'mill'],
			['test', 'notes.jsonl', 'water'],
			['train', 'notes.jsonl', 'corn'],
			['short', 'notes.jsonl', 'x'],
			['again', 'notes.jsonl', 'mill'],
			['again', 'notes.jsonl', 'corn'],
			['quarantined', 'notes.jsonl', undefined],
		],
	);
	for (const {id} of all) {
		const found = await Array.fromAsync(
			rowsById(store, manifest, (other) => other.startsWith(id.slice(0, 8))),
		);
		t.deepEqual(
			found.map((row) => row.id),
			[id],
		);
	}
	t.deepEqual(await Array.fromAsync(rowsById(store, manifest, () => false)), []);
});

test('finds rows by a text in any column', async (t) => {
	const {store, manifest} = await publishedNotes(t);
	const found = async (text: string) =>
		(await Array.fromAsync(rowsByText(store, manifest, text))).map(({fate}) => fate.kind);
	t.deepEqual(await found('ill'), ['kept', 'dropped']);
	t.deepEqual(await found('Mill'), []);
	t.deepEqual(await found('b'), ['dropped']);
});
