import {memoryStore} from '@millrace/io';
import test from 'ava';
import {bytes, text} from '../../fixtures/bytes.ts';
import {getCached, putCached} from './cached-object.ts';

test('an object is named by its content, so that equal ones are one', async (t) => {
	const store = memoryStore();
	const [a, again, b] = await Promise.all(
		['rows', 'rows', 'other'].map(async (content) => putCached(store, bytes(content))),
	);
	t.deepEqual(again, a);
	t.not(b?.name, a?.name);
	t.is(a && text(await getCached(store, a)), 'rows');
});

test('an object that is gone, torn or of other content is missing, so that it is made again', async (t) => {
	const store = memoryStore();
	const object = await putCached(store, bytes('rows of a segment'));
	for (const content of ['rows of a', '', 'rows of a segmenT', 'rows of a segment and more']) {
		await store.put(object.name, bytes(content));
		await t.throwsAsync(
			getCached(store, object),
			{code: 'missing', message: /it will be made again/},
			content,
		);
	}
	await store.delete(object.name);
	await t.throwsAsync(getCached(store, object), {code: 'missing'});
});
