import type {Store} from '@millrace/core';

/** The names that a store lists. */
export async function namesIn(store: Store, prefix: string): Promise<string[]> {
	const names: string[] = [];
	for await (const name of store.list(prefix)) names.push(name);
	return names;
}

export const bytes = (content: string): Uint8Array => new TextEncoder().encode(content);

export const text = (content: Uint8Array): string => new TextDecoder().decode(content);
