import type {SubwordTokenizer} from './subword-tokenizer.ts';
import {tokenizerFile} from './tokenizer-file.ts';

/**
 * Loads a Hugging Face `tokenizer.json`, given its path or the folder of a base model. Throws as `tokenizerFile` does,
 * and a MillraceError `usage` where the reference implementation refuses the file.
 */
export const loadTokenizer = (where: string | URL): Promise<SubwordTokenizer> => tokenizerFile(where).load();
