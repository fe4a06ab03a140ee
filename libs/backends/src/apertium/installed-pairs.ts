import {existsSync, readdirSync} from 'node:fs';
import {delimiter, join} from 'node:path';
import {MillraceError} from '@millrace/core';

/** A direction of a language pair that is installed. */
export interface InstalledPair {
	/** By ISO 639-1 where that has a code: `en-es`. */
	readonly pair: string;
	/** As Apertium names it: `eng-spa`. */
	readonly name: string;
	/** Its mode file. */
	readonly mode: string;
}

/** The command that installs what the tests and the examples use. */
export const apertiumInstall =
	'apt-get install -y --no-install-recommends apertium apertium-eng-spa apertium-eo-en apertium-eng-cat';

/** Where Debian's packages lie. */
export const apertiumFolder = '/usr/share/apertium';

/** The directions that are installed under a folder, by pair; none where Apertium is not installed. */
export function installedPairs(folder: string = apertiumFolder): readonly InstalledPair[] {
	const modes = join(folder, 'modes');
	if (!existsSync(modes) || !programPath('apertium-wblank-mode')) return [];
	const pairs = new Map<string, InstalledPair>();
	// Of two names of one pair the longer codes are the newer.
	for (const file of readdirSync(modes).sort((a, b) => a.length - b.length || (a < b ? -1 : 1))) {
		const [, from, to] = /^([a-z]{2,3})-([a-z]{2,3})\.mode$/.exec(file) ?? [];
		if (from === undefined || to === undefined) continue;
		const pair = `${shortCode(from)}-${shortCode(to)}`;
		pairs.set(pair, {pair, name: `${from}-${to}`, mode: join(modes, file)});
	}
	return [...pairs.values()].sort((a, b) => (a.pair < b.pair ? -1 : 1));
}

/** The same, or a MillraceError `missing` with the command that installs it. */
export function requirePairs(folder: string): readonly InstalledPair[] {
	const pairs = installedPairs(folder);
	if (pairs.length === 0)
		throw new MillraceError(
			'missing',
			`apertium: expected Apertium with language pairs in ${folder}, found none; run "${apertiumInstall}" (Debian, Ubuntu), or leave the stage out. Nothing was computed.`,
		);
	return pairs;
}

/** Where a program lies on the path. */
export function programPath(name: string): string | undefined {
	return (process.env['PATH'] ?? '')
		.split(delimiter)
		.map((folder) => join(folder, name))
		.find((path) => existsSync(path));
}

/** `eng` is `en`; what has no short code stays. */
function shortCode(code: string): string {
	return Intl.getCanonicalLocales(code)[0]?.split('-')[0] ?? code;
}
