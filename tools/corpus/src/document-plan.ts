import {random, rowSeed, stageKey, type Random} from '@millrace/core';
import type {CorpusPlan} from './corpus-options.ts';

/** A document by its place. */
export interface Place {
	readonly file: number;
	readonly document: number;
}

/** What a document is, known from its place alone, so that files can be written separately. */
export interface DocumentPlan {
	readonly kind: 'original' | 'exact' | 'near' | 'long';
	/** The document whose choices write the text. */
	readonly origin: Place;
	/** The document whose choices change words of the text. */
	readonly change?: Place;
	readonly mojibake: boolean;
}

/** The choices that a place makes for one purpose. */
export type Choices = (place: Place, purpose: Purpose) => Random;

const purposes = {plan: 0, fields: 1, text: 2, change: 3};
type Purpose = keyof typeof purposes;

/** Makes the choices of a corpus from its seed. */
export function corpusChoices(seed: number): Choices {
	const key = stageKey(seed, 'corpus');
	const id = new Uint8Array(16);
	const view = new DataView(id.buffer);
	return ({file, document}, purpose) => {
		view.setUint32(0, file);
		view.setUint32(4, document);
		return random(rowSeed(key, id, 0, purposes[purpose]));
	};
}

/** Documents at the head of a file that later files repeat; every file of `repeatedBytes` has so many. */
const repeatedDocuments = 64;
const repeatedBytes = 1_000_000;
const firstLong = 500;

/** Decides what the document at a place is. A repeated document may itself repeat another. */
export function planDocument(plan: CorpusPlan, choices: Choices, place: Place): DocumentPlan {
	const {exact, near, mojibake, longEvery} = plan;
	const original: DocumentPlan = {kind: 'original', origin: place, mojibake: false};
	if (longEvery > 0 && place.document % longEvery === firstLong % longEvery)
		return {...original, kind: 'long'};
	const choice = choices(place, 'plan');
	const drawn = choice.float();
	if (drawn >= exact + near) return {...original, mojibake: drawn < exact + near + mojibake};
	const earlier = earlierPlace(plan, choice, place);
	const repeated = earlier && planDocument(plan, choices, earlier);
	if (!repeated || repeated.kind === 'long') return original;
	if (drawn < exact) return {...repeated, kind: 'exact'};
	return {kind: 'near', origin: repeated.origin, change: place, mojibake: repeated.mojibake};
}

function earlierPlace(
	{bytes, files}: CorpusPlan,
	choice: Random,
	{file, document}: Place,
): Place | undefined {
	if (file > 0 && bytes / files >= repeatedBytes && choice.float() < 0.2) {
		return {file: choice.int(file), document: choice.int(repeatedDocuments)};
	}
	return document > 0 ? {file, document: choice.int(document)} : undefined;
}
