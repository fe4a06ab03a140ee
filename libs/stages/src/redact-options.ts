import {
	familyNames,
	givenNames,
	personalTypes,
	type PersonalAction,
	type PersonalType,
	type PseudonymKey,
	type RedactOptions,
} from '@millrace/text';
import {z} from 'zod';
import {wordListOption} from './word-list-option.ts';

/** Options of `redact` but those that name its columns. */
export const redactOptions = {
	action: z
		.enum(['mask', 'pseudonymise', 'tag', 'drop'])
		.default('mask')
		.describe('what is done with a find, unless `actions` says otherwise of its type'),
	actions: z
		.partialRecord(z.enum(personalTypes), z.enum(['mask', 'pseudonymise', 'tag', 'drop', 'keep']))
		.default({})
		.meta({
			title: 'actions by type',
			description: `what is done with single types: ${personalTypes.map((type) => `\`${type}\``).join(', ')}; \`keep\`, the default for names and addresses, does not look for them`,
		}),
	most: z
		.int()
		.min(0)
		.default(0)
		.describe('rows with more finds of types whose action is `drop` are dropped as `personal-data`'),
	key: z
		.custom<PseudonymKey>(
			isKey,
			"expected a key for pseudonyms, such as pseudonymKey({env: 'PSEUDONYM_KEY'})",
		)
		.optional()
		.meta({
			title: 'key',
			description: 'from `pseudonymKey`, for `pseudonymise`; only a digest of it is kept',
		}),
	ip: z.enum(['public', 'all']).default('public').describe('`all` also takes addresses of inner networks'),
	obfuscated: z.boolean().default(false).describe('whether `name (at) host (dot) org` is looked for'),
	phoneCountries: z
		.array(z.string().regex(/^[A-Z]{2}$/, 'expected the ISO code of a country, such as DE'))
		.readonly()
		.default(['US', 'GB', 'DE', 'FR', 'ES', 'IT', 'NL'])
		.meta({title: 'ISO codes'})
		.describe('countries whose phone numbers are known without `+`'),
	givenNames: wordListOption.optional().describe('given names besides those built in'),
	familyNames: wordListOption.optional().describe('family names besides those built in'),
};

type Options = z.output<z.ZodObject<typeof redactOptions>>;

/** What the pure function takes, made once for the options of a stage. */
export function redactTextOptions(options: Options): RedactOptions {
	const known = made.get(options);
	if (known) return known;
	const {action, actions, most: _, key, givenNames: given, familyNames: family, ...rest} = options;
	const standard = (type: PersonalType): PersonalAction =>
		type === 'name' || type === 'address' ? 'keep' : action;
	const fresh = {
		...rest,
		key,
		actions: new Map(personalTypes.map((type) => [type, actions[type] ?? standard(type)])),
		givenNames: new Set([...givenNames, ...(given?.words ?? [])]),
		familyNames: new Set([...familyNames, ...(family?.words ?? [])]),
	};
	made.set(options, fresh);
	return fresh;
}

const made = new WeakMap<object, RedactOptions>();

function isKey(value: unknown): boolean {
	return typeof value === 'object' && value !== null && 'identity' in value && 'digest' in value;
}
