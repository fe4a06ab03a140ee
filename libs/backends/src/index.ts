export {openaiCompatible, type OpenaiCompatibleOptions} from './openai-compatible.ts';
export {wordnet, type WordnetOptions} from './wordnet/wordnet.ts';
export {wordnetSynonyms, type WordnetSynonymsOptions} from './wordnet/wordnet-synonyms.ts';
