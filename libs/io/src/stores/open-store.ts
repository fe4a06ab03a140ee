import {MillraceError, type Store} from '@millrace/core';
import {localStore} from './local-store.ts';
import {memoryStoreAt} from './memory-store.ts';

/**
 * Opens the store of a URL, `file:///data/docs` or `memory:name`. Throws a MillraceError `usage` on another kind of
 * URL, and `missing` where this thread made no memory store of the name.
 */
export function openStore(url: string): Store {
	if (url.startsWith('file:')) return localStore(new URL(url));
	if (!url.startsWith('memory:')) {
		throw new MillraceError(
			'usage',
			`store ${url}: expected a URL that begins with file: or memory:, found another; write a folder as file:///data/docs.`,
		);
	}
	const store = memoryStoreAt(url);
	if (store) return store;
	throw new MillraceError(
		'missing',
		`store ${url}: expected a store made by memoryStore() in this thread, found none; use a file: store to share it with other threads.`,
	);
}
