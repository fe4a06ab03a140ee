import {maskWords} from '../protect/mask-word.ts';

/** Whether a word is a mask or has one in it, such as the owner in `Zqxaav's`. */
export const holdsMask = (word: string): boolean => word.includes('Zqx') && maskWords(word).length > 0;
