import type {Recogniser} from '../recogniser.ts';

/** JSON Web Tokens. Source: RFC 7519. */
export const jsonWebToken: Recogniser = {
	name: 'json-web-token',
	type: 'secret',
	finds: 'JSON Web Tokens, signed or encrypted',
	checks: 'a header that decodes to JSON with an algorithm',
	needs: 'letters',
	*find({text}) {
		for (const {0: whole, index, groups: {header = ''} = {}} of text.matchAll(PATTERN)) {
			if (isHeader(header)) yield {start: index, end: index + whole.length};
		}
	},
};

const PART = '[A-Za-z0-9_-]';
const PATTERN = new RegExp(
	`(?<!${PART})(?<header>eyJ${PART}{10,4000})\\.${PART}{4,16000}(?:\\.${PART}{0,8000}){1,3}`,
	'g',
);

function isHeader(encoded: string): boolean {
	try {
		const header: unknown = JSON.parse(Buffer.from(encoded, 'base64url').toString('utf8'));
		return typeof header === 'object' && header !== null && 'alg' in header;
	} catch {
		return false;
	}
}
