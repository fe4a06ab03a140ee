import {getCallSites} from 'node:util';
import {fileURLToPath, pathToFileURL} from 'node:url';

/** Where code comes from: a module, and the functions declared inline in it. A fingerprint follows both. */
export interface Origin {
	/** URL of the module. */
	readonly module: string;
	/** Sources of inline functions; empty where the whole module stands for the stage. */
	readonly functions: readonly string[];
}

/** The module that called the function that calls this, outside `own` (URLs of modules to look through). */
export function callerModule(own: readonly string[]): string {
	for (const site of getCallSites(20, {sourceMap: false}).slice(1)) {
		const url = site.scriptName.startsWith('/') ? pathToFileURL(site.scriptName).href : site.scriptName;
		if (url.startsWith('file:') && !own.includes(url)) return url;
	}
	return pathToFileURL(process.argv[1] ?? fileURLToPath(import.meta.url)).href;
}
