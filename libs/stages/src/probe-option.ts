import {readFileSync} from 'node:fs';
import {fileURLToPath} from 'node:url';
import {MillraceError, sha256} from '@millrace/core';
import {parseClassifier, parseLanguageModel, type Classifier, type LanguageModel} from '@millrace/probes';
import {z} from 'zod';

/** A saved probe; the digest of its file enters the fingerprint of a stage. */
export interface ProbeFile<Probe> {
	readonly identity: {readonly probe: string};
	readonly probe: Probe;
}

/** An option that names a classifier that `serializeClassifier`, `millrace train-probe` or a report wrote. */
export const classifierOption = probeOption('classifier', parseClassifier);

/** An option that names a language model that `serializeLanguageModel` or `millrace train-probe` wrote. */
export const languageModelOption = probeOption('language model', parseLanguageModel);

/** Reads a saved probe. Throws a MillraceError `missing` where there is no file, `corrupt` where it is something else. */
export function probeFile<Probe>(
	where: string | URL,
	kind: string,
	parse: (text: string) => Probe,
): ProbeFile<Probe> {
	const path = where instanceof URL ? fileURLToPath(where) : where;
	const text = read(path, kind);
	try {
		return {identity: {probe: sha256(text)}, probe: parse(text)};
	} catch (error) {
		if (!(error instanceof MillraceError)) throw error;
		throw new MillraceError(error.code, `${path}: ${error.message}`, {cause: error});
	}
}

function probeOption<Probe extends Classifier | LanguageModel>(kind: string, parse: (text: string) => Probe) {
	// A stage used in several places, or made anew for each partition, parses its probe once.
	const known = new Map<string, ProbeFile<Probe>>();
	const opened = (where: string | URL): ProbeFile<Probe> => {
		const found = probeFile(where, kind, (text) => {
			const same = known.get(sha256(text));
			return same ? same.probe : parse(text);
		});
		known.set(found.identity.probe, found);
		return found;
	};
	return z
		.union([z.string(), z.instanceof(URL), z.custom<ProbeFile<Probe>>(isProbeFile)])
		.transform((given) => (typeof given === 'string' || given instanceof URL ? opened(given) : given))
		.meta({title: 'path or URL'})
		.describe(`a saved ${kind}`);
}

/** Hoisted, since the options above are made first. */
function isProbeFile(value: unknown): boolean {
	return typeof value === 'object' && value !== null && 'identity' in value && 'probe' in value;
}

function read(path: string, kind: string): string {
	try {
		return readFileSync(path, 'utf8');
	} catch (cause) {
		throw new MillraceError(
			'missing',
			`${path}: expected a saved ${kind}, found no file that can be read; train one with millrace train-probe.`,
			{cause},
		);
	}
}
