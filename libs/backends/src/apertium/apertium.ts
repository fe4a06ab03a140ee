import {MillraceError, parseOptions, type OptionsIn} from '@millrace/core';
import type {TranslationBackend} from '@millrace/text';
import {z} from 'zod';
import {cutLongText} from './cut-long-text.ts';
import {direction, type Direction} from './direction.ts';
import {apertiumFolder, requirePairs} from './installed-pairs.ts';
import {pairIdentity} from './pair-identity.ts';

/**
 * Translates by Apertium, which works by rules, offline: `apertium()` has every language pair that is installed. Each direction is kept open as
 * a pipeline of processes and closed when idle. A text's translation does not depend on what was translated
 * before it. Words that Apertium does not know come through as they are, without its marks, and are told. Its identity
 * is a hash of the pipelines, dictionaries and programs. Throws a MillraceError `missing` with the command that
 * installs it where it is not there, and `usage` for a pair that is not. Meant for user turns and tests of robustness:
 * it is rough, and nothing for the answers that a model shall learn.
 */
export function apertium(given: OptionsIn<typeof shape> = {}): TranslationBackend {
	const {
		folder,
		pairs: wanted,
		window,
		concurrency,
		patienceMs,
		idleMs,
	} = parseOptions('backend apertium', shape, given);
	const installed = requirePairs(folder);
	const lacking = (wanted ?? []).filter((pair) => !installed.some((one) => one.pair === pair));
	if (lacking.length > 0)
		throw noPair(
			lacking,
			installed.map(({pair}) => pair),
		);
	const chosen = installed.filter(({pair}) => wanted?.includes(pair) ?? true);
	const pairs = chosen.map(({pair}) => pair);
	const open = new Map<string, Direction>();
	let identity: Readonly<Record<string, string>> | undefined;

	const directionOf = (pair: string): Direction => {
		const found = chosen.find((one) => one.pair === pair);
		if (!found) throw noPair([pair], pairs);
		let opened = open.get(pair);
		if (!opened) {
			opened = direction({...found, window, patienceMs, idleMs});
			open.set(pair, opened);
		}
		return opened;
	};

	return {
		name: 'apertium',
		get identity() {
			identity ??= Object.fromEntries(chosen.map((pair) => [pair.pair, pairIdentity(pair)]));
			return {name: 'apertium', version: VERSION, pairs: identity};
		},
		concurrency,
		pairs,
		call: async ({texts, from, to}, {signal}) => {
			signal?.throwIfAborted();
			const {translate} = directionOf(`${from}-${to}`);
			const cuts = texts.map((text) => cutLongText(text, from));
			const pieces = cuts.flat().filter((piece) => piece.translate);
			const answers = await untilAborted(translate(pieces.map(({text}) => text)), signal);
			let next = 0;
			const results = cuts.map((parts) =>
				parts.map(
					({text, translate: translated}) =>
						(translated ? answers[next++] : undefined) ?? {text, unknown: []},
				),
			);
			return {
				texts: results.map((parts) => parts.map(({text}) => text).join('')),
				unknown: results.map((parts) => parts.flatMap(({unknown}) => unknown)),
			};
		},
		close: async () => {
			const closing = [...open.values()];
			open.clear();
			await Promise.all(closing.map(async (one) => one.close()));
		},
	};
}

/** Of how Apertium is driven; another may give other texts. */
const VERSION = 1;

const shape = {
	folder: z.string().default(apertiumFolder).describe('where language data and modes are installed'),
	pairs: z
		.array(z.string().regex(/^[a-z]{2,3}-[a-z]{2,3}$/, 'expected a pair such as en-es'))
		.optional()
		.describe(
			'directions that may be used; all that are installed unless given. Only these are in the identity',
		),
	window: z.int().min(1).max(1024).default(32).describe('texts under way at once in each direction'),
	concurrency: z.int().min(1).max(64).default(4).describe('calls under way at once'),
	patienceMs: z
		.int()
		.min(100)
		.default(60_000)
		.describe('without an answer for so long the processes count as hung'),
	idleMs: z.int().min(10).default(30_000).describe('without a text for so long the processes are closed'),
};

function noPair(lacking: readonly string[], pairs: readonly string[]): MillraceError {
	return new MillraceError(
		'usage',
		`backend apertium: expected an installed pair, found ${lacking.join(', ')}; installed are ${pairs.join(', ')}. Choose among these, or install another (apt-cache search apertium).`,
	);
}

async function untilAborted<T>(work: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
	if (!signal) return work;
	let stop: (() => void) | undefined;
	const aborted = new Promise<never>((_, reject) => {
		stop = () => {
			reject(signal.reason instanceof Error ? signal.reason : new Error(String(signal.reason)));
		};
		signal.addEventListener('abort', stop, {once: true});
	});
	try {
		return await Promise.race([work, aborted]);
	} finally {
		if (stop) signal.removeEventListener('abort', stop);
	}
}
