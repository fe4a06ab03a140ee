import {list, pipeline, utf8, type Reader} from '@millrace/core';
import {
	identifyLanguage,
	keyTerms,
	ngrams,
	normalizeText,
	removeStopWords,
	sentences,
	wordTokens,
} from './index.ts';

declare const reader: Reader<{readonly text: string}>;
const texts = pipeline('texts', reader);
const told = texts.pipe(identifyLanguage({keep: ['en', 'de'], minScore: 0.5}));

told.pipe(sentences()).filter('none', ({sentences}) => sentences.length > 0);
texts.pipe(sentences({language: 'de'}));
// @ts-expect-error TS2345: the language of the rows is not known yet
texts.pipe(sentences());
told.rename({language: 'tongue'}).pipe(sentences({columns: {language: 'tongue'}}));

texts.pipe(wordTokens()).pipe(removeStopWords({language: 'en', keep: ['not']}));
told.pipe(wordTokens({language: 'column'})).pipe(removeStopWords());
// @ts-expect-error TS2345: the language of the rows is not known yet
texts.pipe(wordTokens({language: 'column'}));
// @ts-expect-error TS2345: the words of the text are not known yet
told.pipe(removeStopWords());

texts.pipe(ngrams({unit: 'characters', n: 3}));
// @ts-expect-error TS2345: the words of the text are not known yet
texts.pipe(ngrams());
texts
	.pipe(wordTokens())
	.pipe(ngrams({n: 2}))
	.filter('few', ({ngrams}) => ngrams.length > 2);

told.pipe(keyTerms()).derive('first', utf8, ({key_terms}) => key_terms[0] ?? '');
told.pipe(normalizeText({language: 'column', diacritics: 'strip'}));
texts.pipe(normalizeText({case: 'fold'})).derive('all', list(utf8), ({text}) => [text]);
