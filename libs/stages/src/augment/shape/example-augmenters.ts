import {isMaskWord, type Augmenter, type TranslationBackend} from '@millrace/text';

/** An augmenter for tests and examples: attempt k swaps the words at a place that the seed and k decide. */
export const swapWords: Augmenter = {
	name: 'swap-words',
	identity: {name: 'swap-words', version: 1},
	concurrency: 2,
	call: ({texts, seeds, attempt}) =>
		Promise.resolve({
			variants: texts.map((text, index) => {
				const words = text.split(' ');
				if (words.length < 2) return [];
				const at = ((seeds[index] ?? 0) + attempt) % (words.length - 1);
				return [words.toSpliced(at, 2, words[at + 1] ?? '', words[at] ?? '').join(' ')];
			}),
		}),
};

/** An augmenter that loses every mask word, and one word more. */
export const loseWords: Augmenter = {
	name: 'lose-words',
	identity: {name: 'lose-words', version: 1},
	concurrency: 1,
	call: ({texts, attempt}) =>
		Promise.resolve({
			variants: texts.map((text) => [
				text
					.split(' ')
					.filter((word, index) => index !== attempt && !isMaskWord(word.replace(/\W/g, '')))
					.join(' '),
			]),
			origins: texts.map(() => [{via: `attempt ${attempt}`}]),
		}),
};

/** A translator for tests and examples: into another language it adds the code of that, back it takes it away and changes a word. */
export const mirror: TranslationBackend = {
	name: 'mirror',
	identity: {name: 'mirror', version: 1},
	concurrency: 1,
	pairs: ['en-es', 'es-en', 'es-ca', 'ca-en'],
	call: ({texts, to}) =>
		Promise.resolve({
			texts: texts.map((text) =>
				to === 'en' ? text.replace(/ (?:es|ca)\b/g, '').replace(/\bthe\b/, 'this') : `${text} ${to}`,
			),
			unknown: texts.map((text) => (to === 'en' ? (text.match(/\bmys\w*/g) ?? []) : [])),
		}),
};
