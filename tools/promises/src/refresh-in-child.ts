import {pathToFileURL} from 'node:url';
import {refreshModule} from './refresh-module.ts';

// Run as `node refresh-in-child.ts <module> <out> <options as JSON> <workers>`, to be killed at any moment.
const [, , module = '', out = '', given = '{}', workers = '1'] = process.argv;
const options: unknown = JSON.parse(given);
await refreshModule({
	module: module.startsWith('file:') ? module : pathToFileURL(module).href,
	out,
	given: typeof options === 'object' ? {...options} : {},
	workers: Number(workers),
});
