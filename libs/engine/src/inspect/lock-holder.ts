import {MillraceError, type Store} from '@millrace/core';
import {hasEnded} from '@millrace/io';
import type {LockHolder} from '../lock.ts';

/** Who works on a store: the holder of its lock, unless that is released or its process has certainly ended. */
export async function lockHolder(store: Store, name = 'locks'): Promise<LockHolder | undefined> {
	let [highest, released] = ['', false];
	for await (const found of store.list(`${name}/`)) {
		if (found.endsWith('.json')) [highest, released] = [found, false];
		else if (found === highest.replace(/json$/, 'released')) released = true;
	}
	if (highest === '' || released) return undefined;
	const holder = await recordOf(store, highest);
	return holder && !hasEnded(holder.process) ? holder : undefined;
}

async function recordOf(store: Store, name: string): Promise<LockHolder | undefined> {
	try {
		const holder: unknown = JSON.parse(new TextDecoder().decode(await store.get(name)));
		if (isHolder(holder)) return holder;
	} catch (error) {
		// The run ended while the record was looked for.
		if (error instanceof MillraceError && error.code === 'missing') return undefined;
		if (!(error instanceof SyntaxError)) throw error;
	}
	throw new MillraceError(
		'corrupt',
		`lock ${name} of ${store.url}: expected the record of a run, found other content; delete it if no run is under way.`,
	);
}

const isHolder = (value: unknown): value is LockHolder =>
	typeof value === 'object' &&
	value !== null &&
	'process' in value &&
	typeof value.process === 'string' &&
	'pid' in value &&
	'started' in value;
