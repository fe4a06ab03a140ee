export {
	documentationCorpus,
	type DocumentationOptions,
	type DocumentationTruth,
} from './documentation-corpus.ts';
export {formats, type CorpusOptions, type CorpusPlan, type Format} from './corpus-options.ts';
export {generateCorpus} from './generate-corpus.ts';
export {parseSize} from './parse-size.ts';
export {scripts} from './scripts.ts';
export type {FileTruth, Truth} from './truth.ts';
