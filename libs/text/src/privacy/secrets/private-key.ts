import type {Recogniser} from '../recogniser.ts';

/** Private keys in armour. Source: RFC 7468; RFC 4880 for PGP. */
export const privateKey: Recogniser = {
	name: 'private-key',
	type: 'secret',
	finds: 'private keys in PEM, OpenSSH and PGP armour, whole or cut off',
	checks: 'the line that begins one; it ends at its end line, or where its base64 ends',
	needs: 'letters',
	*find({text}) {
		let from = 0;
		for (let at = text.indexOf(DASHES); at >= 0; at = text.indexOf(DASHES, Math.max(from, at + 1))) {
			const begin = BEGIN.exec(text.slice(at, at + LONGEST_LINE));
			if (!begin) continue;
			const body = at + begin[0].length;
			const length = text.slice(body, body + LONGEST_KEY).search(BEYOND);
			const stop = length < 0 ? Math.min(text.length, body + LONGEST_KEY) : body + length;
			const end = END.exec(text.slice(stop, stop + LONGEST_LINE));
			from = end ? stop + end[0].length : body + text.slice(body, stop).trimEnd().length;
			yield {start: at, end: from};
		}
	},
};

const DASHES = '-----BEGIN ';
const BEGIN = /^-----BEGIN [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-----/;
const END = /^-----END [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-----/;
/** What no line of a key holds: headers have colons and commas, a key in a string literal has `\n`. */
const BEYOND = /-----|[^A-Za-z0-9+/=\s:,.\\()-]/;
const LONGEST_LINE = 80;
const LONGEST_KEY = 32_768;
