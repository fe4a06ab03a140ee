import {
	cAsInA,
	chain,
	drop,
	dUr,
	either,
	lAr,
	maybe,
	nUz,
	open,
	sUn,
	sUnUz,
	yDU,
	yken,
	ymUs,
	ysA,
	yUm,
	yUz,
	type Mark,
	type Reading,
} from './turkish-marks.ts';

/** A word without the verb endings that nouns take, and whether noun suffixes may follow. */
export function turkishVerbStem(word: string): readonly [word: string, goesOn: boolean] {
	const forTense = read(word, tense);
	if (forTense !== undefined) return [forTense, true];
	const forPlural = read(word, plural);
	if (forPlural !== undefined) return [forPlural, false];
	return [read(word, person) ?? word, true];
}

function read(word: string, mark: Mark): string | undefined {
	const reading: Reading = {word, right: 0, end: 0, depth: 0};
	return mark(reading) && drop(reading) ? reading.word : undefined;
}

const tense = either(
	either(ymUs, yDU, ysA, yken),
	chain(cAsInA, maybe(either(sUnUz, lAr, yUm, sUn, yUz)), ymUs),
);
const plural = chain(lAr, drop, maybe(open, either(dUr, yDU, ysA, ymUs)));
const person = either(
	chain(nUz, either(yDU, ysA)),
	chain(either(sUnUz, yUz, sUn, yUm), drop, maybe(open, ymUs)),
	chain(dUr, drop, maybe(open, maybe(either(sUnUz, lAr, yUm, sUn, yUz)), ymUs)),
);
