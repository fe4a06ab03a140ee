import {isMailHost} from './email.ts';
import type {Recogniser} from './recogniser.ts';

/** E-mail addresses that were written so that programs should not find them. */
export const obfuscatedEmail: Recogniser = {
	name: 'obfuscated-email',
	type: 'email',
	finds: '`name (at) host (dot) org` and its kin, where the option `obfuscated` asks for it',
	checks: 'the words for `@` and `.` in brackets, or both without, and a public suffix',
	needs: 'letters',
	*find({text, options}) {
		if (!options.obfuscated) return;
		for (const {0: whole, index, groups: {host = '', first = '', bare} = {}} of text.matchAll(PATTERN)) {
			const dotted = host.replace(DOT, '.');
			// Words without brackets are an address only where both stand there.
			if (bare !== undefined && (first === '' || !/ (?:dot|punkt|punto|point) /iu.test(host))) continue;
			if (isMailHost(dotted)) yield {start: index, end: index + whole.length};
		}
	},
};

const DOT_WORD = ' ?[([{<] ?(?:dot|punkt|punto|point|\\.) ?[)\\]}>] ?| (?:dot|punkt|punto|point) |\\.';
const DOT = new RegExp(DOT_WORD, 'giu');
const AT = ' ?[([{<] ?(?:at|\u00e4t|arroba|arobase|@) ?[)\\]}>] ?|(?<bare> (?:at|arroba|arobase) )';
const LABEL = '[a-z0-9][a-z0-9-]{0,62}';
const PATTERN = new RegExp(
	`(?<![\\w.+-])(?<first>[a-z0-9_.+-]{1,64})(?:${AT})(?<host>${LABEL}(?:(?:${DOT_WORD})${LABEL}){1,4})(?![a-z0-9-])`,
	'giu',
);
