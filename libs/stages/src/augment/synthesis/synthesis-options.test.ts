import test from 'ava';
import {scriptedModel} from './scripted-model.ts';
import {synthesisQueue} from './synthesis-options.ts';

test('keeps a model busy with batches that wait in a bounded queue', (t) => {
	const backend = scriptedModel(() => '');
	t.deepEqual(synthesisQueue({...backend, concurrency: 100}), {batchRows: 16, concurrency: 13});
	t.deepEqual(synthesisQueue({...backend, concurrency: 1}), {batchRows: 16, concurrency: 2});
});
