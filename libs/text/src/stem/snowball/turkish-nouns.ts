import {
	chain,
	dA,
	dAn,
	drop,
	either,
	ki,
	lAr,
	lArI,
	maybe,
	nA,
	ncA,
	ndA,
	ndAn,
	nU,
	nUn,
	open,
	possessives,
	sU,
	yA,
	ylA,
	yU,
	type Mark,
} from './turkish-marks.ts';

/** A word without its noun suffixes. */
export function turkishNounStem(word: string): string {
	const reading = {word, right: 0, end: 0, depth: 0};
	nounSuffixes(reading);
	return reading.word;
}

// No word has a hundred of them; a text without spaces must not exhaust the stack.
const DEEPEST = 100;

const beforeKi: Mark = (reading) => {
	if (reading.depth === DEEPEST) return false;
	reading.depth++;
	const found = chainBeforeKi(reading);
	reading.depth--;
	return found;
};
const pluralBeforeKi = chain(open, lAr, drop, beforeKi);
const owner = chain(either(possessives, sU), drop, maybe(pluralBeforeKi));

const chainBeforeKi = chain(
	open,
	ki,
	either(
		chain(
			dA,
			drop,
			maybe(open, either(chain(lAr, drop, maybe(beforeKi)), chain(possessives, drop, maybe(pluralBeforeKi)))),
		),
		chain(nUn, drop, maybe(open, either(chain(lArI, drop), chain(open, owner), beforeKi))),
		chain(ndA, either(chain(lArI, drop), chain(sU, drop, maybe(pluralBeforeKi)), beforeKi)),
	),
);

const nounSuffixes = either(
	chain(open, lAr, drop, maybe(beforeKi)),
	chain(
		open,
		ncA,
		drop,
		maybe(either(chain(open, lArI, drop), chain(open, owner), chain(open, lAr, drop, beforeKi))),
	),
	chain(open, either(ndA, nA), either(chain(lArI, drop), chain(sU, drop, maybe(pluralBeforeKi)), beforeKi)),
	chain(open, either(ndAn, nU), either(chain(sU, drop, maybe(pluralBeforeKi)), lArI)),
	chain(
		open,
		dAn,
		drop,
		maybe(
			open,
			either(chain(possessives, drop, maybe(pluralBeforeKi)), chain(lAr, drop, maybe(beforeKi)), beforeKi),
		),
	),
	chain(open, either(nUn, ylA), drop, maybe(either(pluralBeforeKi, chain(open, owner), beforeKi))),
	chain(open, lArI, drop),
	beforeKi,
	chain(
		open,
		either(dA, yU, yA),
		drop,
		maybe(open, either(chain(possessives, drop, maybe(open, lAr)), lAr), drop, open, beforeKi),
	),
	chain(open, owner),
);
