import {parse} from 'tldts';

/** The lists of a URL filter. */
export interface UrlLists {
	readonly domains: readonly string[];
	readonly urls: readonly string[];
	readonly bannedWords: readonly string[];
	readonly bannedSubwords: readonly string[];
	readonly softWords: readonly string[];
}

/** Why a URL is refused, in datatrove's words; with the number of soft words where these decide. */
export interface UrlVerdict {
	readonly reason:
		'domain' | 'subdomain' | 'url' | 'hard_blacklisted' | 'soft_blacklisted' | 'blacklisted_subword';
	readonly score?: number;
}

/**
 * Makes the judgement of URLs by lists as datatrove 0.10 does (`URLFilter`), in its order: the registered domain is
 * listed, the whole host is, the URL is; a banned word is one of its runs of ASCII letters and digits; at least
 * `softWordThreshold` soft words are; a banned subword is anywhere in it without other characters, in small letters. The
 * case of hosts and runs counts, that of the lists of words does not.
 */
export function urlVerdict(lists: UrlLists, softWordThreshold = 2): (url: string) => UrlVerdict | undefined {
	const [domains, urls] = [new Set(lists.domains), new Set(lists.urls)];
	const [banned, soft, subwords] = [lists.bannedWords, lists.softWords, lists.bannedSubwords].map(
		(words) => new Set(words.map(squeezed).filter((word) => word !== '')),
	);
	return (url) => {
		const host = hostOf(url);
		const domain = registeredDomain(host);
		if (domain !== '' && domains.has(domain)) return {reason: 'domain'};
		if (domain !== '' && domains.has(host)) return {reason: 'subdomain'};
		if (urls.has(url)) return {reason: 'url'};
		const words = new Set(url.split(OTHERS));
		if (banned && !words.isDisjointFrom(banned)) return {reason: 'hard_blacklisted'};
		const score = soft ? words.intersection(soft).size : 0;
		if (score >= softWordThreshold) return {reason: 'soft_blacklisted', score};
		const squeezedUrl = squeezed(url);
		for (const subword of subwords ?? [])
			if (squeezedUrl.includes(subword)) return {reason: 'blacklisted_subword'};
		return undefined;
	};
}

const OTHERS = /[^a-zA-Z0-9]+/;
const squeezed = (text: string): string => text.replace(/[^a-zA-Z0-9]+/g, '').toLowerCase();

/** The host of a URL as tldextract takes it: without scheme, user, port and closing periods. */
function hostOf(url: string): string {
	const rest = url.replace(/^(?:[a-zA-Z][a-zA-Z0-9+.-]{0,63}:)?\/\//, '');
	const authority = /^[^/?#]*/.exec(rest)?.[0] ?? '';
	const host = authority.slice(authority.lastIndexOf('@') + 1).split(':')[0] ?? '';
	return host
		.trim()
		.replace(/[\u3002\uff0e\uff61]/g, '.')
		.replace(/\.{1,255}$/, '');
}

/** The domain below a public suffix of the ICANN part of Mozilla's list, in the case of the host; empty where there is none. */
function registeredDomain(host: string): string {
	const {domain, isIcann} = parse(host, {
		extractHostname: false,
		validateHostname: false,
		allowPrivateDomains: false,
		detectIp: true,
	});
	return domain !== null && isIcann === true ? host.slice(host.length - domain.length) : '';
}
