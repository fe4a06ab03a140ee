import {splitRegex} from '@millrace/kernels';

/** How text is cut into words, within which byte pairs merge: as one writes it in a tokenizer.json, and as JavaScript reads it. */
export interface SplitPattern {
	readonly pretokenizer: object;
	readonly words: RegExp;
}

const byteLevel = {type: 'ByteLevel', add_prefix_space: false, trim_offsets: true, use_regex: true};

/** The pattern of Llama 3, which many later models took: digits in threes, line ends apart. */
export const llama3Pattern =
	"(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\\r\\n\\p{L}\\p{N}]?\\p{L}+|\\p{N}{1,3}| ?[^\\s\\p{L}\\p{N}]+[\\r\\n]*|\\s*[\\r\\n]+|\\s+(?!\\S)|\\s+";

/** The pattern of Qwen 2 and later: digits one by one. */
export const qwenPattern = llama3Pattern.replace('\\p{N}{1,3}', '\\p{N}');

/** The pattern of GPT-4o: words end where a capital follows a small letter, contractions belong to their word. */
export const o200kPattern =
	"[^\\r\\n\\p{L}\\p{N}]?[\\p{Lu}\\p{Lt}\\p{Lm}\\p{Lo}\\p{M}]*[\\p{Ll}\\p{Lm}\\p{Lo}\\p{M}]+(?i:'s|'t|'re|'ve|'m|'ll|'d)?|[^\\r\\n\\p{L}\\p{N}]?[\\p{Lu}\\p{Lt}\\p{Lm}\\p{Lo}\\p{M}]+[\\p{Ll}\\p{Lm}\\p{Lo}\\p{M}]*(?i:'s|'t|'re|'ve|'m|'ll|'d)?|\\p{N}{1,3}| ?[^\\s\\p{L}\\p{N}]+[\\r\\n/]*|\\s*[\\r\\n]+|\\s+(?!\\S)|\\s+";

export const splitPatterns = {
	gpt2: {
		pretokenizer: byteLevel,
		words: splitRegex.gpt2,
	},
	llama3: {
		pretokenizer: {
			type: 'Sequence',
			pretokenizers: [
				{type: 'Split', pattern: {Regex: llama3Pattern}, behavior: 'Isolated', invert: false},
				{...byteLevel, use_regex: false},
			],
		},
		words: splitRegex.llama3,
	},
} as const satisfies Readonly<Record<string, SplitPattern>>;
