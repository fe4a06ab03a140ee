import {tokenizerFile, type TokenizerFile} from '@millrace/text';
import {z} from 'zod';

const isTokenizerFile = (value: unknown): value is TokenizerFile =>
	typeof value === 'object' && value !== null && 'identity' in value && 'load' in value;

/** An option that names a `tokenizer.json` or the folder of a base model; a fingerprint holds the digest of its bytes. */
export const tokenizerOption = z
	.union([z.string(), z.instanceof(URL), z.custom<TokenizerFile>(isTokenizerFile)])
	.transform((given) => (typeof given === 'string' || given instanceof URL ? tokenizerFile(given) : given))
	.meta({title: 'path or URL'})
	.describe('a `tokenizer.json` or the folder of a base model');
