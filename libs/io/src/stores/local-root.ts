import {resolve} from 'node:path';
import {fileURLToPath} from 'node:url';

/** The absolute path of a folder that is given as a path or as a file URL. */
export const localRoot = (root: string | URL): string =>
	resolve(root instanceof URL || root.startsWith('file:') ? fileURLToPath(root) : root);
