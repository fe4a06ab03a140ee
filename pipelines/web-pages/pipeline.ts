import {pipeline, utf8} from '@millrace/core';
import {webPages, webPagesCard, webPagesEvaluation} from '@millrace/dataset-web-pages';
import {toParquet} from '@millrace/io';
import {
	c4,
	decontaminate,
	exactDedup,
	fineweb,
	finewebScores,
	gopher,
	gopherRepetition,
	gopherRepetitionScores,
	gopherScores,
	htmlToText,
	identifyLanguage,
	minhashDedup,
	normalizeText,
	redact,
	repairText,
	split,
} from '@millrace/stages';
import {evaluationSet} from '@millrace/text';

const quiz = evaluationSet({name: 'quiz', file: webPagesEvaluation, text: ['question', 'answer']});

/** From pages as they were fetched to English text: extracted, repaired, filtered, deduplicated, redacted, decontaminated. */
export default pipeline('web-pages', webPages, {card: webPagesCard, maxQuarantined: 0.02})
	.filter('no-success', ({status}) => status === null || (status >= 200 && status < 300))
	.pipe(htmlToText({from: 'bytes', format: 'text'}))
	.derive('site', utf8, ({url, path}) => (url === null ? path : (URL.parse(url)?.hostname ?? url)))
	.drop('body')
	.pipe(repairText())
	.pipe(normalizeText())
	.pipe(identifyLanguage({keep: ['en'], minScore: 0.65}))
	.pipe(gopherRepetitionScores())
	.pipe(gopherRepetition())
	.pipe(gopherScores())
	.pipe(gopher())
	.pipe(c4({terminalPunctuation: false}))
	.pipe(finewebScores())
	.pipe(fineweb())
	.pipe(exactDedup())
	.pipe(minhashDedup())
	.pipe(redact({actions: {name: 'mask'}}))
	.pipe(decontaminate({against: [quiz]}))
	.pipe(split({weights: {train: 4, validation: 1}, columns: {group: 'site'}}))
	.write(toParquet({split: 'split'}));
