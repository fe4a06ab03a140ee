import type {Store} from '@millrace/core';
import {sweepTemps} from '@millrace/io';
import {recordName} from '../work/run-work.ts';
import {listVersions, readManifest} from './manifest.ts';

/**
 * Deletes what neither this run nor a published version names: cached results of older runs, their objects, and
 * what a stopped run left half-way. Run it only under the lock.
 */
export async function clearCache(store: Store, used: ReadonlySet<string>): Promise<void> {
	await sweepTemps(store.url);
	const kept = new Set([...used].map(recordName));
	const named = new Set<string>();
	for (const record of kept) {
		if ((await store.size(record)) === undefined) continue;
		const text = new TextDecoder().decode(await store.get(record));
		for (const [name] of text.matchAll(/(?:cache|objects|spool|earlier)\/[0-9a-z/.-]+/g)) named.add(name);
	}
	for (const version of await listVersions(store)) {
		for (const {object} of (await readManifest(store, version)).files) named.add(object);
	}
	for await (const index of store.list('index/')) {
		const text = new TextDecoder().decode(await store.get(index));
		for (const [name] of text.matchAll(/(?:spool|earlier)\/[0-9a-z-]+/g)) named.add(name);
	}
	// Records go first: stopped half-way, none is left that names what is gone.
	for (const prefix of ['done/', 'cache/', 'objects/', 'spool/', 'earlier/', 'scratch/', 'runs/']) {
		for await (const name of store.list(prefix)) {
			if (!named.has(name) && !kept.has(name)) await store.delete(name);
		}
	}
}
