import test from 'ava';
import {recordBatch, rowsOf, sameRoles} from './batch.ts';
import {int32, utf8} from './column.ts';
import {encodeUtf8} from './utf8.ts';
import {textVector, vector} from './vector.ts';

const columns = {text: utf8, count: int32};
const vectors = () =>
	new Map([
		['body', vector(utf8.type, ['a', 'bé'])],
		['count', vector(int32.type, [1, 2])],
		['other', vector(int32.type, [7, 8])],
	]);
const roles = new Map([
	['text', 'body'],
	['count', 'count'],
]);

test('a batch shows its columns under the names of their roles, by row and by column', (t) => {
	const batch = recordBatch(2, vectors(), roles);
	t.is(batch.length, 2);
	t.deepEqual(batch.row(1), {text: 'bé', count: 2});
	t.deepEqual(
		[...rowsOf(batch)],
		[
			{text: 'a', count: 1},
			{text: 'bé', count: 2},
		],
	);
	t.deepEqual({...batch.columns}, {text: ['a', 'bé'], count: [1, 2]});
});

test('text is there as bytes, which asking for does not decode', (t) => {
	const body = textVector(utf8.type, {utf8: encodeUtf8(['a', 'bé'])});
	const batch = recordBatch(2, new Map([['body', body]]), new Map([['text', 'body']]));
	t.deepEqual([...batch.utf8('text').offsets], [0, 1, 4]);
	t.deepEqual(Object.keys(batch.columns), ['text']);
	t.true(body.undecoded);
	t.deepEqual(batch.row(1), {text: 'bé'});
	t.false(body.undecoded);
});

test('bytes of a column that is no text, or is not there, are refused by an error that names those there', (t) => {
	const batch = recordBatch(2, vectors(), roles);
	for (const column of ['count', 'body', 'nope']) {
		t.throws(() => batch.utf8(column), {
			code: 'schema',
			message: `batch.utf8: expected a text column, found ${column}; name one of text, count.`,
		});
	}
});

test('a role whose column is not there is left out', (t) => {
	const batch = recordBatch(2, vectors(), new Map([...roles, ['gone', 'nowhere']]));
	t.deepEqual(Object.keys(batch.columns), ['text', 'count']);
	t.deepEqual(batch.row(0), {text: 'a', count: 1});
});

test('an empty batch has no rows, whatever its columns', (t) => {
	t.deepEqual([...rowsOf(recordBatch(0, new Map(), new Map()))], []);
	t.deepEqual([...rowsOf(recordBatch(2, new Map(), new Map()))], [{}, {}]);
});

test('the roles of columns without other names are their own names', (t) => {
	t.deepEqual(
		[...sameRoles(columns)],
		[
			['text', 'text'],
			['count', 'count'],
		],
	);
});
