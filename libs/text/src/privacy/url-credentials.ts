import type {Recogniser} from './recogniser.ts';

/** The user name and password of a URL; the rest of the URL stays. */
export const urlCredentials: Recogniser = {
	name: 'url-credentials',
	type: 'url-credentials',
	finds: 'user name and password in a URL (`https://user:password@host`); the rest of the URL stays',
	checks:
		'a colon with something after it, before `@`; not a placeholder such as `${user}:${password}` or `user:***`',
	needs: '://',
	*find({text}) {
		for (let at = text.indexOf('://'); at >= 0; at = text.indexOf('://', at + 3)) {
			const start = at + 3;
			const window = text.slice(start, start + LONGEST);
			const end = window.search(END);
			const authority = end < 0 ? window : window.slice(0, end);
			const sign = authority.lastIndexOf('@');
			const colon = authority.indexOf(':');
			if (colon < 0 || sign <= colon + 1 || sign === authority.length - 1) continue;
			if (!PLACEHOLDER.test(authority.slice(colon + 1, sign))) yield {start, end: start + sign};
		}
	},
};

const LONGEST = 1024;
const END = /[/?#\s"'<>`\\]/;
const PLACEHOLDER = /^(?:[*x.]+|[${<[%].*|password|passwd|pass|pw)$/i;
