import {testStore} from '@millrace/testing';
import test from 'ava';
import {memoryStore} from './memory-store.ts';
import {openStore} from './open-store.ts';

testStore(test, () => memoryStore(), {open: openStore, shown: (store, folder) => store.shown(folder)});

test('equal names give the same store, no name a new one', (t) => {
	t.is(memoryStore('same'), memoryStore('same'));
	t.is(memoryStore('same').url, 'memory:same');
	t.not(memoryStore(), memoryStore());
});
