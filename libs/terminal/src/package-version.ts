import {readFileSync} from 'node:fs';

/** The version in a package.json; `unknown` where it names none. */
export function packageVersion(manifest: URL): string {
	const parsed: unknown = JSON.parse(readFileSync(manifest, 'utf8'));
	return typeof parsed === 'object' && parsed !== null && 'version' in parsed
		? String(parsed.version)
		: 'unknown';
}
