import {fileURLToPath, pathToFileURL} from 'node:url';
import {shownPath} from './shown-path.ts';
import {UsageError} from './usage-error.ts';

/** What the module at a path exports. Throws a `usage` error with the place in user code where it cannot be loaded. */
export async function loadModule(path: string): Promise<unknown> {
	try {
		const loaded: unknown = await import(pathToFileURL(path).href);
		return loaded;
	} catch (cause) {
		if (cause instanceof Error && cause.name === 'MillraceError') throw cause;
		throw new UsageError(
			`${shownPath(path)}: the module cannot be loaded: ${sentence(cause)}; mend it and run again.`,
			{cause},
		);
	}
}

/** The default export of a loaded module; undefined where it has none. */
export const defaultExport = (exports: unknown): unknown =>
	typeof exports === 'object' && exports !== null && 'default' in exports ? exports.default : undefined;

/** The message of an error with the place in user code that it came from. */
function sentence(cause: unknown): string {
	if (!(cause instanceof Error)) return String(cause);
	const [, place] = /(file:\/\/(?!.*\/node_modules\/)[^\s)]+:\d+:\d+)/.exec(cause.stack ?? '') ?? [];
	const at = place === undefined ? '' : ` (${shownPath(placeIn(place))})`;
	return `${cause.name}: ${cause.message.trimEnd()}${at}`;
}

/** The path, line and column of a place in a stack. */
function placeIn(place: string): string {
	const [, url = place, position = ''] = /^(.*?)((?::\d+)*)$/.exec(place) ?? [];
	return fileURLToPath(url) + position;
}
