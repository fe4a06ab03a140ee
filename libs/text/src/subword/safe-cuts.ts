import {fieldsOf} from './json-fields.ts';
import {llama3Pattern} from './split-patterns.ts';

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
	if (typeOf(pretokenizer) === 'BertPreTokenizer') return true;
	if (isByteLevel(pretokenizer, true)) return true;
	const given = fieldsOf(pretokenizer).get('pretokenizers');
	const parts: readonly unknown[] = Array.isArray(given) ? given : [];
	if (typeOf(pretokenizer) !== 'Sequence' || parts.length !== 2) return false;
	const [split, letters] = parts;
	return isKnownSplit(split) && isByteLevel(letters, false);
}

const typeOf = (value: unknown): string => String(fieldsOf(value).get('type'));

/** A file that leaves `use_regex` out means true. */
const isByteLevel = (value: unknown, regex: boolean): boolean =>
	typeOf(value) === 'ByteLevel' &&
	fieldsOf(value).get('add_prefix_space') === false &&
	(fieldsOf(value).get('use_regex') ?? true) === regex;

const isKnownSplit = (value: unknown): boolean => {
	const fields = fieldsOf(value);
	const pattern = fieldsOf(fields.get('pattern')).get('Regex');
	const plain = fields.get('behavior') === 'Isolated' && fields.get('invert') === false;
	return typeOf(value) === 'Split' && plain && typeof pattern === 'string' && known.has(pattern);
};

/** Those of Llama 3, of Qwen 2 and later, and of GPT-4o. */
const known = new Set([
	llama3Pattern,
	llama3Pattern.replace('\\p{N}{1,3}', '\\p{N}'),
	"[^\\r\\n\\p{L}\\p{N}]?[\\p{Lu}\\p{Lt}\\p{Lm}\\p{Lo}\\p{M}]*[\\p{Ll}\\p{Lm}\\p{Lo}\\p{M}]+(?i:'s|'t|'re|'ve|'m|'ll|'d)?|[^\\r\\n\\p{L}\\p{N}]?[\\p{Lu}\\p{Lt}\\p{Lm}\\p{Lo}\\p{M}]+[\\p{Ll}\\p{Lm}\\p{Lo}\\p{M}]*(?i:'s|'t|'re|'ve|'m|'ll|'d)?|\\p{N}{1,3}| ?[^\\s\\p{L}\\p{N}]+[\\r\\n/]*|\\s*[\\r\\n]+|\\s+(?!\\S)|\\s+",
]);
