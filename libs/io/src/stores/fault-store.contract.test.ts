import {faultStore, testStore} from '@millrace/testing';
import test from 'ava';
import {memoryStore} from './memory-store.ts';
import {openStore} from './open-store.ts';

// Without a plan a fault store behaves as the store inside it does.
testStore(test, () => faultStore(memoryStore()), {
	open: openStore,
	shown: (store, folder) => memoryStore(store.url.slice('memory:'.length)).shown(folder),
});
