import {loadPipeline, refresh, type EngineEvent, type OnEvent, type RefreshResult} from '@millrace/engine';
import {inlineExecutor, threadExecutor} from '@millrace/executors';
import {localStore} from '@millrace/io';

/** What a refresh in this process did. */
export interface Refreshed extends RefreshResult {
	readonly events: readonly EngineEvent[];
}

export interface RefreshModule {
	/** URL of the module that declares the pipeline. */
	readonly module: string;
	/** Folder of the store. */
	readonly out: string;
	readonly given?: Readonly<Record<string, unknown>>;
	/** Worker threads; none run in this thread. */
	readonly workers?: number;
	/** Reads only this many records. */
	readonly limit?: number;
	/** Hears of every event while the run goes on. */
	readonly onEvent?: OnEvent;
}

/** Refreshes a pipeline that a module declares, and keeps what the engine told. */
export async function refreshModule({
	module,
	out,
	given = {},
	workers = 0,
	limit,
	onEvent,
}: RefreshModule): Promise<Refreshed> {
	const executor = workers === 0 ? inlineExecutor() : threadExecutor({workers});
	const events: EngineEvent[] = [];
	try {
		const pipeline = await loadPipeline(module, given);
		const hear = (event: EngineEvent): void => {
			events.push(event);
			onEvent?.(event);
		};
		const result = await refresh(pipeline, {
			store: localStore(out),
			executor,
			module,
			given,
			onEvent: hear,
			...(limit === undefined ? {} : {limit}),
		});
		return {...result, events};
	} finally {
		await executor.close();
	}
}

/** How many works of each phase were run and not taken from the cache. */
export function computed(events: readonly EngineEvent[]): Readonly<Record<string, number>> {
	return Object.fromEntries(
		events.flatMap((event) => (event.type === 'phase' ? [[event.phase, event.total - event.cached]] : [])),
	);
}
