import {fieldsOf} from './json-fields.ts';
import {splitOf} from './split-of.ts';

/**
 * Whether a tokenizer, of the text of its `tokenizer.json`, gives equal ids for a text and for its pieces by `cutText`: its
 * words are cut by a known pattern, none of which crosses a line end before a letter.
 */
export function cutsAreSafe(text: string): boolean {
	const fields = fieldsOf(JSON.parse(text));
	const added = fields.get('added_tokens');
	const tokens = Array.isArray(added) ? added.map(fieldsOf) : [];
	const crossing = tokens.some(
		(token) => token.get('lstrip') === true || String(token.get('content')).includes('\n'),
	);
	const normalizer = typeOf(fields.get('normalizer'));
	if (crossing || !['undefined', 'NFC', 'NFKC', 'NFD', 'NFKD', 'BertNormalizer'].includes(normalizer))
		return false;
	const pretokenizer = fields.get('pre_tokenizer');
	return typeOf(pretokenizer) === 'BertPreTokenizer' || splitOf(pretokenizer) !== undefined;
}

const typeOf = (value: unknown): string => String(fieldsOf(value).get('type'));
