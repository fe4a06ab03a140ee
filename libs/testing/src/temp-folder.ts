import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {dirname, join} from 'node:path';
import type {ExecutionContext} from 'ava';

/** A folder that holds the given files, and is gone after the test. */
export function tempFolder(
	t: ExecutionContext,
	files: Readonly<Record<string, string | Uint8Array>> = {},
): string {
	const root = mkdtempSync(join(tmpdir(), 'millrace-test-'));
	t.teardown(() => {
		rmSync(root, {recursive: true, force: true});
	});
	for (const [path, content] of Object.entries(files)) {
		mkdirSync(dirname(join(root, path)), {recursive: true});
		writeFileSync(join(root, path), content);
	}
	return root;
}
