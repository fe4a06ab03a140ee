import {createHash} from 'node:crypto';
import {existsSync, readFileSync} from 'node:fs';
import {programPath, type InstalledPair} from './installed-pairs.ts';

/** A hash of all that decides what a direction answers: its pipeline, the files that this names, and the programs. */
export function pairIdentity({mode}: InstalledPair): string {
	const known = identities.get(mode);
	if (known !== undefined) return known;
	const pipeline = readFileSync(mode, 'utf8');
	const data = Array.from(pipeline.matchAll(/'([^']+)'/g), ([, path = '']) => path);
	const programs = pipeline
		.split('|')
		.map((command) => programPath(command.trim().split(' ')[0] ?? '') ?? '');
	const hash = createHash('sha256').update(pipeline);
	for (const path of [...data, ...programs])
		hash.update(existsSync(path) ? createHash('sha256').update(readFileSync(path)).digest() : path);
	const identity = hash.digest('hex').slice(0, 16);
	identities.set(mode, identity);
	return identity;
}

/** Files do not change while they are in use, and a pipeline is declared more than once. */
const identities = new Map<string, string>();
