import {fieldsOf} from './json-fields.ts';

/** The special tokens that a base names, as text: what templates print and what begins or ends a document. */
export type SpecialTokens = Readonly<Partial<Record<SpecialRole, string>>>;

export type SpecialRole = (typeof specialRoles)[number];

/** Named as in `tokenizer_config.json`, sorted. */
export const specialRoles = [
	'bos_token',
	'cls_token',
	'eos_token',
	'mask_token',
	'pad_token',
	'sep_token',
	'unk_token',
] as const;

/** Reads the special tokens of parsed `tokenizer_config.json` and `special_tokens_map.json`; the first that names one wins. */
export function specialTokens(files: readonly unknown[]): SpecialTokens {
	const found: Partial<Record<SpecialRole, string>> = {};
	for (const file of files) {
		const fields = fieldsOf(file);
		for (const role of specialRoles) {
			const given = fields.get(role);
			// Older files hold an AddedToken: {content, lstrip, ...}.
			const text = typeof given === 'string' ? given : fieldsOf(given).get('content');
			if (typeof text === 'string') found[role] ??= text;
		}
	}
	return found;
}
