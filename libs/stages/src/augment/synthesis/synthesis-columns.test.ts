import test from 'ava';
import {augmentColumns} from '../shape/augment-columns.ts';
import {synthesisColumns} from './synthesis-columns.ts';

test('has the lineage of every augmenting stage, and the pair', (t) => {
	t.deepEqual(Object.keys(synthesisColumns), [...Object.keys(augmentColumns), 'instruction', 'response']);
});
