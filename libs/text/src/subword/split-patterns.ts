/** How text is cut into words, within which byte pairs merge: as one writes it in a tokenizer.json, and as JavaScript reads it. */
export interface SplitPattern {
	readonly pretokenizer: object;
	readonly words: RegExp;
}

const byteLevel = {type: 'ByteLevel', add_prefix_space: false, trim_offsets: true, use_regex: true};

/** The pattern of Llama 3, which many later models took: digits in threes, line ends apart. */
export const llama3Pattern =
	"(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\\r\\n\\p{L}\\p{N}]?\\p{L}+|\\p{N}{1,3}| ?[^\\s\\p{L}\\p{N}]+[\\r\\n]*|\\s*[\\r\\n]+|\\s+(?!\\S)|\\s+";

export const splitPatterns = {
	gpt2: {
		pretokenizer: byteLevel,
		words:
			/'(?:s|t|re|ve|m|ll|d)| ?\p{L}+| ?\p{N}+| ?[^\p{White_Space}\p{L}\p{N}]+|\p{White_Space}+(?!\P{White_Space})|\p{White_Space}+/gu,
	},
	llama3: {
		pretokenizer: {
			type: 'Sequence',
			pretokenizers: [
				{type: 'Split', pattern: {Regex: llama3Pattern}, behavior: 'Isolated', invert: false},
				{...byteLevel, use_regex: false},
			],
		},
		words:
			/(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\r\n\p{L}\p{N}]?\p{L}+|\p{N}{1,3}| ?[^\p{White_Space}\p{L}\p{N}]+[\r\n]*|\p{White_Space}*[\r\n]+|\p{White_Space}+(?!\P{White_Space})|\p{White_Space}+/gu,
	},
} as const satisfies Readonly<Record<string, SplitPattern>>;
