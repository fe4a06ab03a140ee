import {fileURLToPath} from 'node:url';

/** The folder of a small Marian model of the tests. */
export const tinyMarian = (pair: 'en-es' | 'es-en'): string =>
	fileURLToPath(new URL(`../../../../libs/backends/fixtures/models/tiny-marian-${pair}`, import.meta.url));
