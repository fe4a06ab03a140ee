import PQueue from 'p-queue';

/** A model that takes memory only while it is used. */
export interface LazyModel<Model> {
	/** Uses the model; one use at a time. */
	use<Result>(of: (model: Model) => Promise<Result>, signal?: AbortSignal): Promise<Result>;
	/** Frees the model once nothing uses it; a later use opens it again. */
	readonly close: () => Promise<void>;
}

/** Opens a model when it is first needed, and again after `close`, or after it could not be opened. */
export function lazyModel<Model extends {readonly dispose: () => Promise<void>}>(
	open: () => Promise<Model>,
): LazyModel<Model> {
	const queue = new PQueue({concurrency: 1});
	let opened: Promise<Model> | undefined;
	return {
		async use(of, signal) {
			signal?.throwIfAborted();
			return queue.add(
				async () => {
					opened ??= open().catch((error: unknown) => {
						opened = undefined;
						throw error;
					});
					const model = await opened;
					signal?.throwIfAborted();
					return of(model);
				},
				{signal},
			);
		},
		async close() {
			await queue.onIdle();
			const closing = opened;
			opened = undefined;
			await (await closing?.catch(() => undefined))?.dispose();
		},
	};
}
