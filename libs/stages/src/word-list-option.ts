import {wordList, type WordList} from '@millrace/text';
import {z} from 'zod';

const isWordList = (value: unknown): value is WordList =>
	typeof value === 'object' && value !== null && 'identity' in value && 'words' in value;

/** An option that takes words in place, a file with one on each line, or a `wordList`; a fingerprint follows the words. */
export const wordListOption = z
	.union([z.string(), z.instanceof(URL), z.array(z.string()).readonly(), z.custom<WordList>(isWordList)])
	.transform((given) => (isWordList(given) ? given : wordList(given)))
	.meta({title: 'words, path or URL'});
