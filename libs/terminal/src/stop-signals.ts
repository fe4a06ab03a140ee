/** Stops a run when asked to: the first SIGINT or SIGTERM lets it end in order, the second ends the program. */
export interface StopSignals extends Disposable {
	readonly signal: AbortSignal;
	/** The exit code of the signal that came; undefined until one did. */
	readonly exitCode: number | undefined;
}

const numbers = {SIGINT: 2, SIGTERM: 15} as const;

/** Listens until disposed of; `onFirst` tells people that the run is about to stop. */
export function stopSignals(onFirst: (name: string) => void): StopSignals {
	const abort = new AbortController();
	let exitCode: number | undefined;
	const stop = (name: keyof typeof numbers) => (): void => {
		const code = 128 + numbers[name];
		if (exitCode !== undefined) process.exit(code);
		exitCode = code;
		onFirst(name);
		abort.abort();
	};
	const listeners = [
		['SIGINT', stop('SIGINT')],
		['SIGTERM', stop('SIGTERM')],
	] as const;
	for (const [name, listener] of listeners) process.on(name, listener);
	return {
		signal: abort.signal,
		get exitCode() {
			return exitCode;
		},
		[Symbol.dispose]() {
			for (const [name, listener] of listeners) process.off(name, listener);
		},
	};
}
