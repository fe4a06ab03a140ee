export {acceptedSynthesis} from './augment/accepted-synthesis.ts';
export {evolve, type EvolveOptions} from './augment/evolve.ts';
export {generateQuestions, type GenerateQuestionsOptions} from './augment/generate-questions.ts';
export {teach} from './augment/teach.ts';
export {rougeDedup} from './augment/rouge-dedup.ts';
export {complete, type CompleteOptions} from './augment/complete.ts';
export {catalogue, type CatalogueEntry} from './catalogue.ts';
export {htmlToText} from './clean/html-to-text.ts';
export {repairText} from './clean/repair-text.ts';
export {contentKey} from './dedup/content-key.ts';
export {exactDedup} from './dedup/exact-dedup.ts';
export {lineDedup} from './dedup/line-dedup.ts';
export {minhashDedup} from './dedup/minhash-dedup.ts';
export {sentenceDedup} from './dedup/sentence-dedup.ts';
export {changelogEntries} from './format/changelog-entries.ts';
export {badWords} from './filter/bad-words.ts';
export {decontaminate} from './filter/decontaminate.ts';
export {identifyLanguage} from './filter/identify-language.ts';
export {paragraphLanguages} from './filter/paragraph-languages.ts';
export {length} from './filter/length.ts';
export {urlFilter} from './filter/url-filter.ts';
export {markdownSections} from './format/markdown-sections.ts';
export {toMessages, type ExampleOptions} from './format/to-messages.ts';
export {normalizeText} from './normalize/normalize-text.ts';
export {stem} from './normalize/stem.ts';
export {removeStopWords} from './normalize/remove-stop-words.ts';
export {redact} from './privacy/redact.ts';
export {balanceLabels} from './select/balance-labels.ts';
export {capPerGroup} from './select/cap-per-group.ts';
export {curriculum} from './select/curriculum.ts';
export {mix} from './select/mix.ts';
export {repeatRows} from './select/repeat-rows.ts';
export {sample} from './select/sample.ts';
export {shuffle} from './select/shuffle.ts';
export {sortBy} from './select/sort-by.ts';
export {split} from './select/split.ts';
export {tokenBudget} from './select/token-budget.ts';
export {chatTokens} from './tokenize/chat-tokens.ts';
export {keyTerms} from './tokenize/key-terms.ts';
export {ngrams} from './tokenize/ngrams.ts';
export {sentences} from './tokenize/sentences.ts';
export {subwordTokens} from './tokenize/subword-tokens.ts';
export {tokenCount} from './tokenize/token-count.ts';
export {wordTokens} from './tokenize/word-tokens.ts';
export {backTranslate, type BackTranslateOptions} from './augment/back-translate.ts';
export {paraphrase, type ParaphraseOptions} from './augment/paraphrase.ts';
export {acceptedVariants} from './augment/accepted-variants.ts';
export {augment, type AugmentOptions} from './augment/augment.ts';
export {augmentColumns, type AugmentColumns} from './augment/shape/augment-columns.ts';
export type {AugmentSettings, AugmentStep} from './augment/shape/augment-definition.ts';
export {
	gateScores,
	gateThresholds,
	type GateScores,
	type GateThresholds,
} from './augment/gates/gate-thresholds.ts';
export type {Judge, JudgedText, Judges} from './augment/gates/judge.ts';
