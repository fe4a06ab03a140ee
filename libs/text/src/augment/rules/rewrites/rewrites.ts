import {active} from './active.ts';
import {clauseFirst, clauseLast} from './clause-order.ts';
import {contract} from './contract.ts';
import {dative, doubleObject} from './dative.ts';
import {expand} from './expand.ts';
import {passive} from './passive.ts';
import {plain, polite} from './polite.ts';
import {possibility} from './possibility.ts';
import type {Rewrite} from './rewrite.ts';
import {timeFirst, timeLast} from './time-first.ts';

/** All syntactic rewrites of English, by name. */
export const rewrites: readonly Rewrite[] = [
	active,
	clauseFirst,
	clauseLast,
	contract,
	dative,
	doubleObject,
	expand,
	passive,
	plain,
	polite,
	possibility,
	timeFirst,
	timeLast,
];
