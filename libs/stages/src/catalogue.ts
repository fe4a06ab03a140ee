import {int32, utf8, type AnyStep, type Columns, type OptionShape} from '@millrace/core';
import {trainLanguageModel, type Classifier, type LanguageModel} from '@millrace/probes';
import {
	chatTemplate,
	promptTemplate,
	sampleBadWords,
	sampleUrlLists,
	type ChatBackend,
	type EmbeddingBackend,
	type EvaluationSet,
	type TokenizerFile,
} from '@millrace/text';
import {acceptedSynthesis} from './augment/accepted-synthesis.ts';
import {evolve} from './augment/evolve.ts';
import {generateQuestions} from './augment/generate-questions.ts';
import {rougeDedup} from './augment/rouge-dedup.ts';
import {pairWriter} from './augment/synthesis/scripted-model.ts';
import {teach} from './augment/teach.ts';
import {acceptedVariants} from './augment/accepted-variants.ts';
import {augment} from './augment/augment.ts';
import {backTranslate} from './augment/back-translate.ts';
import {complete} from './augment/complete.ts';
import {htmlToText} from './clean/html-to-text.ts';
import {pdfToText} from './clean/pdf-to-text.ts';
import {repairText} from './clean/repair-text.ts';
import {paraphrase} from './augment/paraphrase.ts';
import {mirror, swapWords} from './augment/shape/example-augmenters.ts';
import {contentKey} from './dedup/content-key.ts';
import {embeddingDedup} from './dedup/embedding-dedup.ts';
import {exactDedup} from './dedup/exact-dedup.ts';
import {lineDedup} from './dedup/line-dedup.ts';
import {minhashDedup} from './dedup/minhash-dedup.ts';
import {badWords} from './filter/bad-words.ts';
import {decontaminate} from './filter/decontaminate.ts';
import {sentenceDedup} from './dedup/sentence-dedup.ts';
import {cleanLines} from './clean/clean-lines.ts';
import {substringDedup} from './dedup/substring-dedup.ts';
import {classify} from './filter/classify.ts';
import {identifyLanguage} from './filter/identify-language.ts';
import {length} from './filter/length.ts';
import {perplexity} from './filter/perplexity.ts';
import {urlFilter} from './filter/url-filter.ts';
import {paragraphLanguages} from './filter/paragraph-languages.ts';
import {qualityEntries} from './filter/quality/quality-entries.ts';
import {changelogEntries} from './format/changelog-entries.ts';
import {markdownSections} from './format/markdown-sections.ts';
import {toMessages} from './format/to-messages.ts';
import {normalizeText} from './normalize/normalize-text.ts';
import {stem} from './normalize/stem.ts';
import {removeStopWords} from './normalize/remove-stop-words.ts';
import {redact} from './privacy/redact.ts';
import {balanceLabels} from './select/balance-labels.ts';
import {capPerGroup} from './select/cap-per-group.ts';
import {curriculum} from './select/curriculum.ts';
import {mix} from './select/mix.ts';
import {repeatRows} from './select/repeat-rows.ts';
import {sample} from './select/sample.ts';
import {shuffle} from './select/shuffle.ts';
import {sortBy} from './select/sort-by.ts';
import type {ProbeFile} from './probe-option.ts';
import {split} from './select/split.ts';
import {tokenBudget} from './select/token-budget.ts';
import {chatTokens} from './tokenize/chat-tokens.ts';
import {embed} from './tokenize/embed.ts';
import {keyTerms} from './tokenize/key-terms.ts';
import {ngrams} from './tokenize/ngrams.ts';
import {sentences} from './tokenize/sentences.ts';
import {subwordTokens} from './tokenize/subword-tokens.ts';
import {tokenCount} from './tokenize/token-count.ts';
import {wordTokens} from './tokenize/word-tokens.ts';

/** A stage or barrier as the catalogue shows it. */
export interface CatalogueEntry {
	/** The folder of its file. */
	readonly family: string;
	readonly stage: {
		readonly definition: {
			readonly name: string;
			readonly summary?: string;
			readonly source?: string;
			readonly needs: Columns;
			readonly adds?: Columns;
			readonly options?: OptionShape;
		};
	};
	/** A use; its source is the example in the docs. */
	readonly example: () => AnyStep;
}

const backend: ChatBackend = {
	name: 'echo',
	identity: 'echo',
	concurrency: 1,
	call: ({messages}) => Promise.resolve({text: messages.at(-1)?.content ?? '', finish: 'stop'}),
};

const encoder: EmbeddingBackend = {
	name: 'lengths',
	identity: 'lengths',
	concurrency: 1,
	call: ({texts}) => Promise.resolve({vectors: texts.map(({length}) => [length])}),
};

const tokenizer: TokenizerFile = {
	path: 'tokenizer.json',
	sha256: '0'.repeat(64),
	specials: {},
	identity: 'tokenizer',
	load: () => Promise.reject(new Error('the tokenizer of an example cannot be loaded')),
};

const classifier: ProbeFile<Classifier> = {
	identity: {probe: 'classifier'},
	probe: {
		labels: ['bad', 'good'],
		training: {
			rows: 2,
			counts: [1, 1],
			features: 0,
			strength: 1,
			temperature: 1,
			calibration: null,
			notices: [],
		},
		predict: (texts) =>
			texts.map(() => ({label: 'bad', score: 0.5, probabilities: Float64Array.of(0.5, 0.5)})),
		topFeatures: () => [],
	},
};

const languageModel: ProbeFile<LanguageModel> = {
	identity: {probe: 'language model'},
	probe: await trainLanguageModel(['the text of an example']),
};

const template = chatTemplate('{{ messages }}', 'chat_template.jinja');

const evaluation: EvaluationSet = {
	name: 'arithmetic',
	identity: {evaluation: 'arithmetic', sha256: '0'.repeat(64), text: ['question'], query: []},
	items: [{text: 'How much is it to add seven and five?', query: ''}],
};

const entries: readonly CatalogueEntry[] = [
	{family: 'augment', stage: acceptedSynthesis, example: () => acceptedSynthesis({originals: 'drop'})},
	{family: 'augment', stage: acceptedVariants, example: () => acceptedVariants({minChrf: 40})},
	{
		family: 'augment',
		stage: augment,
		example: () => augment({by: swapWords, n: 2, reads: {split: utf8}, when: ({split}) => split === 'train'}),
	},
	{
		family: 'augment',
		stage: backTranslate,
		example: () => backTranslate({backend: mirror, pivots: ['es', ['es', 'ca']], n: 2}),
	},
	{
		family: 'augment',
		stage: complete,
		example: () => complete({backend, prompt: ({text}) => `Summarize: ${text}`, into: 'summary'}),
	},
	{family: 'augment', stage: evolve, example: () => evolve({backend, n: 2})},
	{
		family: 'augment',
		stage: generateQuestions,
		example: () => generateQuestions({backend: pairWriter, n: 2}),
	},
	{family: 'augment', stage: paraphrase, example: () => paraphrase({backend: swapWords})},
	{family: 'augment', stage: rougeDedup, example: () => rougeDedup({most: 0.8})},
	{family: 'augment', stage: teach, example: () => teach({backend, labels: ['card', 'fee']})},
	{
		family: 'clean',
		stage: cleanLines,
		example: () => cleanLines({boilerplate: ['Share this on *'], minWords: 3}),
	},
	{family: 'clean', stage: htmlToText, example: () => htmlToText({links: 'keep'})},
	{family: 'clean', stage: pdfToText, example: () => pdfToText({maxPages: 500})},
	{family: 'clean', stage: repairText, example: () => repairText({uncurlQuotes: false})},
	{family: 'dedup', stage: contentKey, example: () => contentKey()},
	{family: 'dedup', stage: embeddingDedup, example: () => embeddingDedup({threshold: 0.97})},
	{
		family: 'dedup',
		stage: exactDedup,
		example: () => exactDedup({by: {text: utf8}, keep: {largest: {stars: int32}}}),
	},
	{family: 'dedup', stage: lineDedup, example: () => lineDedup({unit: 'paragraph'})},
	{
		family: 'dedup',
		stage: minhashDedup,
		example: () => minhashDedup({keep: {prefer: {source: ['wiki', 'web']}}, verify: 0.8}),
	},
	{family: 'dedup', stage: sentenceDedup, example: () => sentenceDedup()},
	{family: 'dedup', stage: substringDedup, example: () => substringDedup({minWords: 100})},
	{
		family: 'filter',
		stage: badWords,
		example: () => badWords({lists: {en: sampleBadWords.en, de: sampleBadWords.de}}),
	},
	{
		family: 'filter',
		stage: classify,
		example: () => classify({model: classifier, of: 'good', min: 0.5}),
	},
	{
		family: 'filter',
		stage: decontaminate,
		example: () => decontaminate({against: [evaluation], forms: ['normalized', 'stemmed']}),
	},
	{
		family: 'filter',
		stage: identifyLanguage,
		example: () => identifyLanguage({keep: ['en', 'de'], minScore: 0.5}),
	},
	{family: 'filter', stage: length, example: () => length({min: 40})},
	{
		family: 'filter',
		stage: paragraphLanguages,
		example: () => paragraphLanguages({keep: ['en']}),
	},
	{
		family: 'filter',
		stage: perplexity,
		example: () => perplexity({model: languageModel, max: 1000}),
	},
	{
		family: 'filter',
		stage: urlFilter,
		example: () => urlFilter({domains: sampleUrlLists.domains, softWords: sampleUrlLists.softWords}),
	},
	{family: 'format', stage: changelogEntries, example: () => changelogEntries()},
	{family: 'format', stage: markdownSections, example: () => markdownSections({depth: 3})},
	{
		family: 'format',
		stage: toMessages,
		example: () =>
			toMessages(promptTemplate({system: 'Name the intent.', user: '{text}', assistant: '{intent}'})),
	},
	{family: 'normalize', stage: normalizeText, example: () => normalizeText({quotes: 'straight'})},
	{family: 'normalize', stage: removeStopWords, example: () => removeStopWords({keep: ['not']})},
	{family: 'normalize', stage: stem, example: () => stem()},
	{family: 'privacy', stage: redact, example: () => redact({actions: {card: 'drop', name: 'mask'}})},
	{
		family: 'select',
		stage: balanceLabels,
		example: () => balanceLabels({ratio: 2, columns: {label: 'intent'}}),
	},
	{
		family: 'select',
		stage: capPerGroup,
		example: () => capPerGroup({most: 10, columns: {group: 'repository'}}),
	},
	{
		family: 'select',
		stage: curriculum,
		example: () => curriculum({by: {token_count: int32}, steps: 4}),
	},
	{
		family: 'select',
		stage: mix,
		example: () => mix({temperature: 2, tokens: 1e9, maxRepeats: 4, columns: {source: 'origin'}}),
	},
	{family: 'select', stage: repeatRows, example: () => repeatRows()},
	{family: 'select', stage: sample, example: () => sample({rate: 0.1})},
	{family: 'select', stage: shuffle, example: () => shuffle()},
	{family: 'select', stage: sortBy, example: () => sortBy({by: {stars: int32}, descending: true})},
	{
		family: 'select',
		stage: split,
		example: () => split({weights: {train: 9, test: 1}, columns: {group: 'repository'}}),
	},
	{
		family: 'select',
		stage: tokenBudget,
		example: () => tokenBudget({tokens: 1e9, choose: {largest: {stars: int32}}}),
	},
	{family: 'tokenize', stage: chatTokens, example: () => chatTokens({tokenizer, template})},
	{family: 'tokenize', stage: embed, example: () => embed({backend: encoder})},
	{family: 'tokenize', stage: keyTerms, example: () => keyTerms({language: 'en', most: 5})},
	{family: 'tokenize', stage: ngrams, example: () => ngrams({n: 3})},
	{family: 'tokenize', stage: sentences, example: () => sentences()},
	{family: 'tokenize', stage: subwordTokens, example: () => subwordTokens({tokenizer})},
	{family: 'tokenize', stage: tokenCount, example: () => tokenCount({tokenizer, max: 4096})},
	{family: 'tokenize', stage: wordTokens, example: () => wordTokens({punctuation: true})},
];

const placeOf = ({family, stage}: CatalogueEntry): string => `${family}/${stage.definition.name}`;

/** Every stage and barrier of the library, by family and name. */
export const catalogue: readonly CatalogueEntry[] = [...entries, ...qualityEntries].toSorted((a, b) =>
	placeOf(a) < placeOf(b) ? -1 : 1,
);
