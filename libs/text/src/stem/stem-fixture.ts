import {readFileSync} from 'node:fs';

/** Words and their stems by PyStemmer, for tests. Written by tools/python/tests/test_stems.py. */
export function stemFixture(algorithm: string): readonly (readonly [word: string, stem: string])[] {
	const path = new URL(`./fixtures/${algorithm}.json`, import.meta.url);
	const pairs: unknown = JSON.parse(readFileSync(path, 'utf8'));
	if (typeof pairs !== 'object' || pairs === null) throw new TypeError(`${path.href}: expected an object.`);
	return Object.entries(pairs).map(([word, stem]) => [word, String(stem)]);
}
