import type {Recogniser} from '../recogniser.ts';

/** Values that are assigned to a name such as `password` or `api_key`, in code, settings and prose. */
export const assignedSecret: Recogniser = {
	name: 'assigned-secret',
	type: 'secret',
	finds: 'what is assigned to `password`, `secret`, `token`, `api_key` and the like; the name stays',
	checks:
		'eight characters or more that are no placeholder, variable or call; a key or token also needs 16 characters with a digit and 3 bits of entropy each',
	needs: 'letters',
	*find({text}) {
		for (const match of text.matchAll(PATTERN)) {
			const {name = '', quoted, bare} = match.groups ?? {};
			const value = quoted ?? bare ?? '';
			if (PLACEHOLDER.test(value)) continue;
			const secret = /pass|pwd/i.test(name) ? isPassword(value, quoted !== undefined) : isKey(value);
			if (!secret) continue;
			const end = match.index + match[0].length - (quoted === undefined ? 0 : 1);
			yield {start: end - value.length, end};
		}
	},
};

const NAME =
	'(?:pass(?:word|wd|phrase)|(?<=_)pass|passwort|pwd|secret|token|(?:api|access|auth|private|secret|encryption|account|signing)[_.-]?key|(?:access|auth|refresh|bearer|api)[_.-]?token|client[_.-]?secret|mot de passe|contrase\u00f1a)';
// The name of a variable may go on before and after: DB_PASSWORD_1, aws_secret_access_key.
const PATTERN = new RegExp(
	`(?<name>${NAME}(?:_(?:key|access_key|id|prod|dev|test|\\d))?)["'\`]?(?:\\s{0,4}(?::=|=>|==?|:)\\s{0,4}|(?<=pass\\w{0,6})\\s{1,4}(?:is|was|ist|lautet)\\s{1,4})(?:(?<quote>["'\`])(?<quoted>(?:(?!\\k<quote>)\\S){8,400})\\k<quote>|(?<bare>[^\\s"'\`,;<>(){}\\[\\]&]{8,400}(?<!\\.)))`,
	'giu',
);
const PLACEHOLDER = new RegExp(
	[
		'^[*x.\u2022_-]+$',
		'^[$<{[%(]',
		'[(<>]|\\{\\{|\\}\\}',
		'^(?:your|my|the|an?|some|insert|enter|change|example|placeholder|dummy|sample|redacted|hidden|secret|password|passwort|null|none|undefined|true|false|string|required|optional)(?:[_. -]|$)',
		'^(?:process|os|env|self|this|config|settings|request|req|options|args|props|data|user)\\.',
	].join('|'),
	'iu',
);

/** A password of prose has letters and something else; one in quotes may be letters alone. */
function isPassword(value: string, quoted: boolean): boolean {
	const classes = [/[a-z]/, /[A-Z]/, /\d/, /[^A-Za-z0-9]/].filter((each) => each.test(value)).length;
	return classes >= (quoted ? 2 : 3) || (classes === 2 && /\d/.test(value) && /[A-Za-z]/.test(value));
}

const isKey = (value: string): boolean =>
	value.length >= 16 && /\d/.test(value) && /[A-Za-z]/.test(value) && entropy(value) >= 3;

/** Bits a character, by the counts of the text itself. */
function entropy(text: string): number {
	const counts = new Map<string, number>();
	for (const character of text) counts.set(character, (counts.get(character) ?? 0) + 1);
	return [...counts.values()].reduce(
		(sum, count) => sum - (count / text.length) * Math.log2(count / text.length),
		0,
	);
}
