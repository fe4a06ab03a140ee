export type {
	Augmenter,
	AugmentRequest,
	AugmentResponse,
	TextFault,
	TranslateRequest,
	TranslateResponse,
	TranslationBackend,
	Usage,
	VariantOrigin,
} from './augment/augmenter.ts';
export {aeda, type AedaOptions} from './augment/rules/aeda.ts';
export {choosePlaces, placesAt} from './augment/rules/choose-places.ts';
export {counterfactual, type CounterfactualOptions} from './augment/rules/counterfactual/counterfactual.ts';
export {
	counterfactualCases,
	counterfactualRefusals,
} from './augment/rules/counterfactual/counterfactual-cases.ts';
export {identityGroups, type TermGroup} from './augment/rules/counterfactual/swap-groups.ts';
export {eda, edaDefaults, type EdaOptions} from './augment/rules/eda.ts';
export {keyboardNoise, type KeyboardNoiseOptions} from './augment/rules/keyboard-noise.ts';
export {ocrNoise, type OcrNoiseOptions} from './augment/rules/ocr-noise.ts';
export {
	ruleAugmenter,
	type RuleAugmenterOptions,
	type RuleVariant,
	type Vary,
} from './augment/rules/rule-augmenter.ts';
export {spellingNoise, type SpellingNoiseOptions} from './augment/rules/spelling-noise.ts';
export {syntacticRewrites, type SyntacticRewritesOptions} from './augment/rules/syntactic-rewrites.ts';
export {rewrites} from './augment/rules/rewrites/rewrites.ts';
export type {Rewrite} from './augment/rules/rewrites/rewrite.ts';
export {chooseOne, substitute, substituteSome} from './augment/rules/substitute.ts';
export type {Choice, FindSynonyms, Replaceable, Synonyms} from './augment/rules/synonyms.ts';
export {replaceSpans, wordSpans, type WordSpan} from './augment/rules/word-spans.ts';
export {chrfTo} from './augment/gates/chrf.ts';
export {leakedWords} from './augment/gates/leaked-words.ts';
export {modalityChange} from './augment/gates/modality-change.ts';
export {pronounChange} from './augment/gates/pronoun-change.ts';
export {wordLexicon, type HasWord, type Lexicon} from './augment/gates/lexicon.ts';
export {negationChange} from './augment/gates/negation-change.ts';
export {numberChanges} from './augment/gates/number-changes.ts';
export {noveltyOf, overlap, type Novelty} from './augment/gates/overlap.ts';
export {spanFinder, type ProtectedSpan, type ProtectOptions} from './augment/protect/find-spans.ts';
export {isMaskWord, maskWords} from './augment/protect/mask-word.ts';
export {maskSpans, type MaskedText, type RestoredText} from './augment/protect/mask-spans.ts';
export {checkWay, roundTrip, type RoundTripOptions} from './augment/round-trip/round-trip.ts';
export {spanKinds, type SpanKind} from './augment/protect/span-patterns.ts';
export {changelogEntries, type ChangelogEntry} from './changelog/changelog-entries.ts';
export {changelogLabel, changelogLabels, type ChangelogLabel} from './changelog/changelog-label.ts';
export {baseForms, type Part, type Reading} from './english/base-forms.ts';
export {indefiniteArticle} from './english/indefinite-article.ts';
export {inflectAdjective} from './english/inflect-adjective.ts';
export {pluralOf} from './english/inflect-noun.ts';
export {inflectVerb, type VerbForm} from './english/inflect-verb.ts';
export {wordTagger, type TaggedWord, type WordCounts} from './english/tag-words.ts';
export type {WordTag} from './english/word-tag.ts';
export {decodeHtml, type DecodedHtml} from './html/decode-html.ts';
export {
	extractHtml,
	type ExtractedHtml,
	type ExtractHtmlOptions,
	type HtmlDrop,
} from './html/extract-html.ts';
export type {HtmlMetadata} from './html/html-metadata.ts';
export {rougeL, rougeWords} from './augment/gates/rouge-l.ts';
export {rougePool, type RougePool} from './augment/gates/rouge-pool.ts';
export {
	askStructured,
	type AnswerFault,
	type StructuredAnswer,
	type StructuredRequest,
} from './augment/llm/ask-structured.ts';
export {priceOf, pricesOption, type Prices} from './call-price.ts';
export {chatBackendOption} from './augment/llm/chat-backend-option.ts';
export {llmParaphrase, type LlmParaphraseOptions} from './augment/llm/llm-paraphrase.ts';
export {llmTranslation, type LlmTranslationOptions} from './augment/llm/llm-translation.ts';
export {fillPrompt, type NamedPrompt} from './augment/llm/named-prompt.ts';
export type {ChatBackend, ChatMessage, ChatRequest, ChatResponse, TokenLogprob} from './chat.ts';
export type {EmbeddingBackend, EmbedRequest, EmbedResponse} from './embedding.ts';
export {codePointsAt} from './code-points.ts';
export {wordForms, type WordForm} from './contamination/compared-words.ts';
export {
	evaluationSet,
	type EvaluationItem,
	type EvaluationSet,
	type EvaluationSetOptions,
} from './contamination/evaluation-set.ts';
export {
	overlapIndex,
	type Overlap,
	type OverlapFigures,
	type OverlapIndex,
	type OverlapOptions,
} from './contamination/overlap-index.ts';
export {wordDiff, type DiffPart} from './diff/word-diff.ts';
export {frontMatterLength} from './front-matter.ts';
export {loadLanguageIdentifier, type IdentifiedLanguage} from './language/identify-language.ts';
export {languageShares, paragraphLanguages, type ParagraphLanguage} from './language/paragraph-languages.ts';
export {identifiedLanguages} from './language/letter-scripts.ts';
export {
	markdownSections,
	type CodeBlock,
	type MarkdownSection,
	type MarkdownSectionsOptions,
} from './markdown-sections.ts';
export {simplifyBytes, simplifyText, type SimplifyTextOptions} from './normalize/simplify-text.ts';
export {normalizeText, type NormalizeTextOptions} from './normalize-text.ts';
export {repairDefaults, repairText, type Repaired, type RepairOptions} from './repair/repair-text.ts';
export {pdfText, type PdfText, type PdfTextOptions} from './pdf/pdf-text.ts';
export {segmentSentences, sentencesOf, type SegmentSentencesOptions} from './segment/segment-sentences.ts';
export {segmentWords} from './segment-words.ts';
export {cachedStemmer} from './stem/cached-stemmer.ts';
export {stemAlgorithmOf, stemAlgorithms, stemmer, type StemAlgorithm} from './stem/stemmer.ts';
export {chooseExamples, type ChooseExamples, type ExampleChoice} from './template/choose-examples.ts';
export {parseTemplate, type ParsedTemplate, type TemplatePart} from './template/parse-template.ts';
export {
	promptTemplate,
	type PromptTemplate,
	type TemplateOptions,
	type TemplateTurn,
	type TemplateTurns,
} from './template/prompt-template.ts';
export {renderTemplate} from './template/render-template.ts';
export {characterNgrams, ngrams, type NgramsOptions} from './terms/ngrams.ts';
export {keyTerms, type KeyTerm, type KeyTermsOptions} from './terms/key-terms.ts';
export {stopWordLanguages, stopWords, withoutStopWords} from './terms/stop-words.ts';
export {wordTokens, type WordTokensOptions} from './word-tokens.ts';
export {masked} from './chat-template/chat-labels.ts';
export {
	chatTemplate,
	type ChatTemplate,
	type RenderedChat,
	type RenderOptions,
	type TemplateMessage,
} from './chat-template/chat-template.ts';
export {
	chatTokens,
	type ChatDrop,
	type ChatResult,
	type ChatTokensOptions,
} from './chat-template/chat-tokens.ts';
export {loadChatTemplate} from './chat-template/load-chat-template.ts';
export {loadTokenizer} from './subword/load-tokenizer.ts';
export type {SpecialTokens} from './subword/special-tokens.ts';
export {subwordIds, type SubwordIdsOptions} from './subword/subword-ids.ts';
export type {EncodeOptions, SubwordTokenizer, TokenSpans} from './subword/subword-tokenizer.ts';
export {
	trainTokenizer,
	writeTokenizer,
	type TrainedTokenizer,
	type TrainTokenizerOptions,
} from './subword/train-tokenizer.ts';
export {toTiktoken} from './subword/to-tiktoken.ts';
export {tiktokenFile, type TiktokenOptions} from './subword/tiktoken-file.ts';
export {tokenizerFile, type TokenizerFile} from './subword/tokenizer-file.ts';
export {
	findPersonalData,
	recogniserNamed,
	type FindOptions,
	type PersonalData,
} from './privacy/find-personal-data.ts';
export {familyNames, givenNames} from './privacy/gazetteer.ts';
export {masks, personalTypes, type PersonalType} from './privacy/personal-types.ts';
export {pseudonymKey, type PseudonymKey} from './privacy/pseudonym-key.ts';
export type {Recogniser} from './privacy/recogniser.ts';
export {recognisers} from './privacy/recognisers.ts';
export {redactText, type PersonalAction, type Redacted, type RedactOptions} from './privacy/redact-text.ts';
export {badWords, type BadWords} from './lists/bad-words.ts';
export {sampleBadWords, sampleUrlLists} from './lists/samples.ts';
export {urlVerdict, type UrlLists, type UrlVerdict} from './lists/url-verdict.ts';
export {wordList, type WordList} from './lists/word-list.ts';
