import {parse} from 'tldts';
import type {Recogniser, Span} from './recogniser.ts';

/** E-mail addresses as they are written in text. */
export const email: Recogniser = {
	name: 'email',
	type: 'email',
	finds: 'e-mail addresses, also with letters beyond ASCII',
	checks:
		'the name before `@` and a host under a public suffix of the list of Mozilla, or under `.example`, `.test`, `.local`, `.internal`, `.lan`',
	needs: '@',
	*find({text}) {
		let from = 0;
		for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
			const found = addressAt(text, at, from);
			if (!found) continue;
			yield found;
			from = found.end;
		}
	},
};

/** Whether a host could receive mail: its suffix is public, or one that is kept for examples and inner networks. */
export function isMailHost(host: string): boolean {
	const {publicSuffix, isIcann, domain} = parse(host, {validateHostname: false, allowPrivateDomains: false});
	if (domain === null || publicSuffix === null) return false;
	return isIcann === true || RESERVED.has(publicSuffix);
}

const RESERVED = new Set(['example', 'test', 'local', 'internal', 'lan', 'home', 'corp', 'invalid']);
const SPACELESS = '(?![\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}])';
const NAME = new RegExp(`${SPACELESS}[\\p{L}\\p{M}\\p{N}._%+~'-]`, 'u');
const HOST = new RegExp(`${SPACELESS}[\\p{L}\\p{M}\\p{N}.-]`, 'u');
const LONGEST_NAME = 64;
const LONGEST_HOST = 253;

function addressAt(text: string, at: number, from: number): Span | undefined {
	let start = at;
	while (start > from && at - start < LONGEST_NAME && NAME.test(text.charAt(start - 1))) start--;
	while (start < at && /[.'%+~-]/.test(text.charAt(start))) start++;
	// A handle such as @name@host is no address, and a name that goes on to the left none that we know.
	if (start === at || text[start - 1] === '@' || text[at - 1] === '.') return undefined;
	let end = at + 1;
	while (end < text.length && end - at <= LONGEST_HOST && HOST.test(text.charAt(end))) end++;
	while (end > at + 1 && /[.-]/.test(text.charAt(end - 1))) end--;
	const host = text.slice(at + 1, end);
	if (!host.includes('.') || host.includes('..') || /^[.-]|\.\d+$/.test(host) || !isMailHost(host))
		return undefined;
	// git@host:owner/name is where a repository lies.
	return text.slice(start, at) === 'git' ? undefined : {start, end};
}
