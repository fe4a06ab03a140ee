import {isIPv4, isIPv6} from 'node:net';
import {isGlobalAddress} from './global-address.ts';
import {isWordAfter, isWordBefore} from './surroundings.ts';
import type {Recogniser} from './recogniser.ts';

/** IPv4 addresses. */
export const ipv4: Recogniser = {
	name: 'ipv4',
	type: 'ip-address',
	finds: 'IPv4 addresses: public ones, or all where the option `ip` says so',
	checks:
		'four numbers up to 255 without leading zeros, no word such as `version` before them, and the registry of special addresses (IANA)',
	needs: 'digits',
	*find({text, groups, options}) {
		for (let index = 0; index + 3 < groups.length; index++) {
			const [first, last] = [groups[index], groups[index + 3]];
			if (!first || !last || last.end - first.start > 15) continue;
			const {start} = first;
			const address = text.slice(start, last.end);
			if (!isIPv4(address) || isWordBefore(text, start) || isWordAfter(text, last.end)) continue;
			if (
				/[.,-]$/.test(text.slice(Math.max(0, start - 1), start)) ||
				/^[.-][\w]/.test(text.slice(last.end, last.end + 2))
			)
				continue;
			// The text of a link to a section: [7.6.1.1](#sec).
			if (text[start - 1] === '[' && text.startsWith('](', last.end)) continue;
			if (VERSION.test(text.slice(Math.max(0, start - 24), start))) continue;
			if (options.ip === 'all' || isGlobalAddress(address)) yield {start, end: last.end};
			index += 3;
		}
	},
};

/** IPv6 addresses. */
export const ipv6: Recogniser = {
	name: 'ipv6',
	type: 'ip-address',
	finds: 'IPv6 addresses: public ones, or all where the option `ip` says so',
	checks: 'the grammar of RFC 4291, and the registry of special addresses (IANA)',
	needs: 'colons',
	*find({text, options}) {
		let from = 0;
		for (let colon = text.indexOf(':'); colon >= 0; colon = text.indexOf(':', from)) {
			let start = colon;
			while (start > from && isPart(text.charCodeAt(start - 1))) start--;
			let end = colon + 1;
			while (isPart(text.charCodeAt(end))) end++;
			from = end;
			if (end - start > 45) continue;
			const run = text.slice(start, end);
			const address = run.endsWith('::') ? run : run.replace(/[:.]$/, '');
			if (address.length < 6 || !isIPv6(address)) continue;
			if (isWordBefore(text, start) || isWordAfter(text, start + address.length)) continue;
			if (options.ip === 'all' || isGlobalAddress(address)) yield {start, end: start + address.length};
		}
	},
};

/** Whether a character may be in an address: a hexadecimal digit, a colon or a period. */
const isPart = (code: number): boolean =>
	(code >= 48 && code <= 58) || code === 46 || (code >= 97 && code <= 102) || (code >= 65 && code <= 70);

/** What comes before the number of a version: `version 1.2.3.4`, `Chrome/120.0.0.1`, `section 1.2.3.4`. */
const VERSION =
	/(?:\b(?:v|ver|vers|version|versi\u00f3n|versione|wersja|release|rev|revision|build|firmware|kernel|driver|update|patch|section|sec|chapter|abschnitt|kapitel|clause|figure|table|item|step|oid)[.:]?[ \t:=-]{0,3}|[A-Za-z][/_]|[\u00a7=><~^][ \t]?)$/i;
