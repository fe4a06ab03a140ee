import {MillraceError} from '@millrace/core';
import {isMaskWord} from '../protect/mask-word.ts';
import type {
	Augmenter,
	AugmentRequest,
	AugmentResponse,
	TextFault,
	TranslationBackend,
	Usage,
	VariantOrigin,
} from '../augmenter.ts';
import {cutText} from './cut-text.ts';

export interface RoundTripOptions {
	readonly backend: TranslationBackend;
	/** The languages that a text goes through, one way each: `['es', 'eo', ['es', 'ca']]`. */
	readonly pivots: readonly (string | readonly string[])[];
	/** Whether sentences are translated one by one, unless given, or texts as a whole. */
	readonly split?: 'sentences' | 'texts';
}

/**
 * An augmenter that translates a text into other languages and back. Attempt k takes the k-th way; once all were taken, a
 * backend that samples takes them again, and others give nothing. Sentences are translated by themselves and put back
 * between the white space that stood around them; pieces without letters stay as they are. Throws a MillraceError `usage`
 * that names the pairs of the backend where it lacks one.
 */
export function roundTrip({backend, pivots, split = 'sentences'}: RoundTripOptions): Augmenter {
	const ways = pivots.map((way) => (typeof way === 'string' ? [way] : way));
	if (ways.length === 0 || ways.some((way) => way.length === 0))
		throw new MillraceError(
			'usage',
			'round trip: expected one pivot language or more; give pivots such as ["es"].',
		);
	return {
		name: 'round-trip',
		identity: {
			name: 'round-trip',
			version: 1,
			ways,
			split,
			backend: {name: backend.name, identity: backend.identity},
		},
		concurrency: backend.concurrency,
		...(backend.close ? {close: async () => backend.close?.()} : {}),
		call: async (request, {signal}) => {
			const way = ways[request.attempt % ways.length] ?? [];
			if (request.attempt >= ways.length && backend.samples !== true)
				return {variants: request.texts.map(() => [])};
			checkWay(backend, request.language, way);
			return travel(backend, request, way, split, signal);
		},
	};
}

/** Throws where a backend lacks a step of a way from a language and back to it. */
export function checkWay(backend: TranslationBackend, language: string, way: readonly string[]): void {
	const {pairs} = backend;
	if (!pairs) return;
	const lacking = stepsOf(language, way)
		.map(({from, to}) => `${from}-${to}`)
		.filter((pair) => !pairs.includes(pair));
	if (lacking.length > 0)
		throw new MillraceError(
			'usage',
			`backend ${backend.name}: expected the pairs ${stepsOf(language, way)
				.map(({from, to}) => `${from}-${to}`)
				.join(
					', ',
				)}, found no ${lacking.join(', ')}; it has ${pairs.toSorted().join(', ')}. Choose other pivots or install the pairs.`,
		);
}

function stepsOf(language: string, way: readonly string[]): {readonly from: string; readonly to: string}[] {
	const stops = [language, ...way, language];
	return stops.slice(1).map((to, index) => ({from: stops[index] ?? '', to}));
}

interface Piece {
	readonly place: number;
	readonly seed: number;
	readonly translate: boolean;
	text: string;
}

async function travel(
	backend: TranslationBackend,
	{texts, language, seeds}: AugmentRequest,
	way: readonly string[],
	split: 'sentences' | 'texts',
	signal: AbortSignal | undefined,
): Promise<AugmentResponse> {
	const cuts = texts.map((text) => cutText(text, language, split));
	const pieces = cuts.flatMap(({parts}, place) =>
		parts.map(({text}, index): Piece => ({
			place,
			text,
			// Sentences of one text must not be sampled alike.
			seed: ((seeds[place] ?? 0) + Math.imul(index, 0x9e3779b1)) >>> 1,
			translate: /\p{L}/u.test(text),
		})),
	);
	// Neighbours of like length make full batches; of equal length they stay in order.
	const going = pieces.filter(({translate}) => translate).sort((a, b) => b.text.length - a.text.length);
	const unknown = texts.map((): string[] => []);
	const between: string[][] = texts.map(() => []);
	const faults = texts.map((): TextFault => ({}));
	const usages = texts.map((): Usage | null => null);
	let [usage, told]: [Usage | undefined, boolean] = [undefined, false];
	for (const {from, to} of stepsOf(language, way)) {
		const answer = await backend.call(
			{texts: going.map(({text}) => text), from, to, seeds: going.map(({seed}) => seed)},
			{...(signal ? {signal} : {})},
		);
		if (answer.texts.length !== going.length)
			throw new MillraceError(
				'accounts',
				`backend ${backend.name}: expected ${going.length} translations, found ${answer.texts.length}; mend the backend.`,
			);
		for (const [index, piece] of going.entries()) {
			piece.text = answer.texts[index] ?? '';
			const words = (answer.unknown?.[index] ?? []).filter((word) => !isMaskWord(word));
			unknown[piece.place]?.push(...words);
			if (to !== language) between[piece.place]?.push(piece.text);
			// A piece without a translation leaves a hole, so that the variant is none.
			faults[piece.place] = {...answer.faults?.[index], ...faults[piece.place]};
			usages[piece.place] =
				sumOf(usages[piece.place] ?? undefined, answer.usages?.[index] ?? undefined) ?? null;
		}
		usage = sumOf(usage, answer.usage);
		told ||= answer.usages !== undefined;
	}
	let next = 0;
	const variants = cuts.map(({lead, parts}) => {
		const text = parts.map(({space}) => (pieces[next++]?.text.trim() ?? '') + space).join('');
		return [lead + text];
	});
	const origins = texts.map((_, place): VariantOrigin[] => [
		{via: way.join('-'), pivots: between[place] ?? [], unknown: unknown[place] ?? [], ...faults[place]},
	]);
	return {variants, origins, ...(usage ? {usage} : {}), ...(told ? {usages} : {})};
}

const sumOf = (a: Usage | undefined, b: Usage | undefined): Usage | undefined =>
	a && b
		? {
				requests: a.requests + b.requests,
				inputTokens: a.inputTokens + b.inputTokens,
				outputTokens: a.outputTokens + b.outputTokens,
			}
		: (a ?? b);
