import type {CatalogueEntry} from '../../catalogue.ts';
import {c4} from '../c4.ts';
import {c4Paragraphs} from '../c4-paragraphs.ts';
import {dataJuicer} from '../data-juicer.ts';
import {dataJuicerScores} from '../data-juicer-scores.ts';
import {dolma} from '../dolma.ts';
import {dolmaScores} from '../dolma-scores.ts';
import {fineweb} from '../fineweb.ts';
import {finewebScores} from '../fineweb-scores.ts';
import {gopher} from '../gopher.ts';
import {gopherRepetition} from '../gopher-repetition.ts';
import {gopherRepetitionScores} from '../gopher-repetition-scores.ts';
import {gopherScores} from '../gopher-scores.ts';
import {stopWordShare} from '../stop-word-share.ts';

/** The quality filters and their scores, as the catalogue shows them. */
export const qualityEntries: readonly CatalogueEntry[] = [
	{family: 'filter', stage: c4, example: () => c4({terminalPunctuation: false})},
	{family: 'filter', stage: c4Paragraphs, example: () => c4Paragraphs({minLength: 100})},
	{family: 'filter', stage: dataJuicer, example: () => dataJuicer({minWords: 20})},
	{family: 'filter', stage: dataJuicerScores, example: () => dataJuicerScores({wordNgram: 5})},
	{
		family: 'filter',
		stage: dolma,
		example: () => dolma({maxTop2: 0.2, maxTop3: 0.18, maxTop4: 0.16}),
	},
	{family: 'filter', stage: dolmaScores, example: () => dolmaScores()},
	{family: 'filter', stage: fineweb, example: () => fineweb({maxDuplicateChars: 0.1})},
	{family: 'filter', stage: finewebScores, example: () => finewebScores()},
	{family: 'filter', stage: gopher, example: () => gopher({minWords: 20, maxSymbols: null})},
	{family: 'filter', stage: gopherRepetition, example: () => gopherRepetition({maxTop2: 0.25})},
	{family: 'filter', stage: gopherRepetitionScores, example: () => gopherRepetitionScores()},
	{family: 'filter', stage: gopherScores, example: () => gopherScores({stopWords: ['der', 'und', 'die']})},
	{family: 'filter', stage: stopWordShare, example: () => stopWordShare({minShare: 0.15})},
];
