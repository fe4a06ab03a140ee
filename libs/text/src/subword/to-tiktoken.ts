import {MillraceError} from '@millrace/core';
import {addedTokens} from './added-tokens.ts';
import {byteLetters} from './byte-letters.ts';
import {fieldsOf} from './json-fields.ts';

/**
 * The vocabulary of the text of a byte-level `tokenizer.json` as a `.tiktoken` file holds it: a token in base64 and its
 * rank, which is its id, a line; added tokens are left out. Throws a MillraceError `usage` where a token is not written in the
 * letters of bytes, as those of other models are.
 */
export function toTiktoken(text: string): string {
	const added = new Set(addedTokens(text).map(({content}) => content));
	const vocabulary = [...fieldsOf(fieldsOf(fieldsOf(JSON.parse(text)).get('model')).get('vocab'))];
	return vocabulary
		.filter(([token]) => !added.has(token))
		.map(([token, id]) => [bytesOf(token), Number(id)] as const)
		.sort(([, a], [, b]) => a - b)
		.map(([bytes, id]) => `${bytes.toString('base64')} ${id}\n`)
		.join('');
}

function bytesOf(token: string): Buffer {
	const bytes = Array.from(token, (letter) => byteLetters.indexOf(letter));
	if (bytes.includes(-1))
		throw new MillraceError(
			'usage',
			`to tiktoken: expected the tokens of a byte-level vocabulary, found ${JSON.stringify(token)}; other models have no such form.`,
		);
	return Buffer.from(bytes);
}
