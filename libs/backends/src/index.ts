export {joinTranslations} from './join-translations.ts';
export {openaiCompatible, type OpenaiCompatibleOptions} from './openai-compatible.ts';
export {wordnet, type WordnetOptions} from './wordnet/wordnet.ts';
export {wordnetLexicon} from './wordnet/wordnet-lexicon.ts';
export {wordnetSynonyms, type WordnetSynonymsOptions} from './wordnet/wordnet-synonyms.ts';
export {INSTALL_TRANSFORMERS as transformersInstall} from './transformers/load-library.ts';
export {
	libraryVersions as transformersVersions,
	type LibraryVersions,
} from './transformers/library-versions.ts';
export {
	transformersParaphrase,
	type TransformersParaphraseOptions,
} from './transformers/transformers-paraphrase.ts';
export {
	transformersTranslation,
	type TransformersTranslationOptions,
} from './transformers/transformers-translation.ts';
export {estimateCalls, type CallEstimate} from './calls/estimate-calls.ts';
export {withCallCache, type CallCounts, type Cached} from './calls/with-call-cache.ts';
export {withLimits, type Limited, type LimitOptions} from './calls/with-limits.ts';
export type {Prices} from '@millrace/text';
export {apertium} from './apertium/apertium.ts';
export {apertiumInstall, installedPairs, type InstalledPair} from './apertium/installed-pairs.ts';
export {
	transformersSubstitution,
	type TransformersSubstitutionOptions,
} from './transformers/transformers-substitution.ts';
export {
	transformersEmbeddings,
	type TransformersEmbeddingsOptions,
} from './embeddings/transformers-embeddings.ts';
export {openaiEmbeddings, type OpenaiEmbeddingsOptions} from './embeddings/openai-embeddings.ts';
export {withEmbeddingCache} from './embeddings/with-embedding-cache.ts';
