import {rougeWords, stopWords} from '@millrace/text';

/**
 * Why an evolved instruction, or the response to it, is eliminated; undefined where it is not.
 * Source: Xu et al. 2024, WizardLM: no gain is asked of a model; the other rules are here.
 */
export function instructionFault(instruction: string, before: string): string | undefined {
	if (rougeWords(instruction).length < 3) return 'too-short';
	if (rougeWords(instruction).join(' ') === rougeWords(before).join(' ')) return 'unchanged';
	if (
		/\b(?:given|rewritten|new|created|evolved) (?:prompt|request|instruction)\b/i.test(instruction) &&
		!/\b(?:prompt|request|instruction)s?\b/i.test(before)
	)
		return 'prompt-copied';
	return undefined;
}

/** Why the response shows that the instruction cannot be answered. */
export function responseFault(response: string): string | undefined {
	const words = rougeWords(response);
	if (/\bsorry\b/i.test(response) && words.length < 80) return 'apology';
	return words.every((word) => englishStopWords.has(word)) ? 'says-nothing' : undefined;
}

const englishStopWords = new Set(stopWords('en'));
