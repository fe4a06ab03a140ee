/**
 * Bytes by name. Names are `/`-separated parts of `[a-z0-9._=-]`. Every implementation passes `testStore` of
 * `@millrace/testing`: a put is whole or absent, whatever happens; a durable put survives a power cut.
 */
export interface Store {
	/** Where it is, so that another thread or machine can open it: `file:///data/docs`. */
	readonly url: string;
	/** All bytes, or those from `start` to `end`; throws a MillraceError `missing` where there is none. */
	get(name: string, range?: {readonly start: number; readonly end: number}): Promise<Uint8Array>;
	/** The size in bytes; undefined where there is none. */
	size(name: string): Promise<number | undefined>;
	/** Replaces an object whole. Not durable (a cache's choice): after a power cut it may be gone or torn. */
	put(name: string, bytes: Uint8Array, options?: {readonly durable?: boolean}): Promise<void>;
	/** Creates an object, durably unless told otherwise, and tells whether it did; false where one was there, which then stays as it is. */
	putIfAbsent(name: string, bytes: Uint8Array, options?: {readonly durable?: boolean}): Promise<boolean>;
	/** Names that begin with `prefix`, ascending by code unit. */
	list(prefix: string): AsyncIterable<string>;
	/** Deletes an object; nothing happens where there is none. */
	delete(name: string): Promise<void>;
	/**
	 * Shows objects as the files of a folder, whole or not at all, replacing what the folder showed. On a file
	 * system they are hard links; `latest` is then a symbolic link beside the folder that points to it.
	 */
	expose(folder: string, files: ReadonlyMap<string, string>, latest?: string): Promise<void>;
}
