import type {SplitKind} from '@millrace/kernels';
import {fieldsOf} from './json-fields.ts';
import {o200kPattern, llama3Pattern, qwenPattern} from './split-patterns.ts';

/** How the pre-tokenizer of a `tokenizer.json` cuts text into words that become bytes; undefined where in no way that is known. */
export function splitOf(pretokenizer: unknown): SplitKind | undefined {
	if (isByteLevel(pretokenizer, true)) return 'gpt2';
	const given = fieldsOf(pretokenizer).get('pretokenizers');
	const parts: readonly unknown[] = Array.isArray(given) ? given : [];
	if (typeOf(pretokenizer) !== 'Sequence' || parts.length !== 2) return undefined;
	const [split, letters] = parts;
	return isByteLevel(letters, false) ? kindOf(split) : undefined;
}

/** A file that leaves `use_regex` out means true. */
const isByteLevel = (value: unknown, regex: boolean): boolean =>
	typeOf(value) === 'ByteLevel' &&
	fieldsOf(value).get('add_prefix_space') === false &&
	(fieldsOf(value).get('use_regex') ?? true) === regex;

function kindOf(value: unknown): SplitKind | undefined {
	const fields = fieldsOf(value);
	const pattern = fieldsOf(fields.get('pattern')).get('Regex');
	const plain = fields.get('behavior') === 'Isolated' && fields.get('invert') === false;
	return typeOf(value) === 'Split' && plain && typeof pattern === 'string' ? known.get(pattern) : undefined;
}

const typeOf = (value: unknown): string => String(fieldsOf(value).get('type'));

const known: ReadonlyMap<string, SplitKind> = new Map([
	[llama3Pattern, 'llama3'],
	[qwenPattern, 'qwen'],
	[o200kPattern, 'o200k'],
]);
