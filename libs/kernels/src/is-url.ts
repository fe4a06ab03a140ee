import {classWith, wordFlag} from './word-classes.ts';

/** Whether a text without whitespace is a URL, an address or a domain to spaCy: a scheme, a user, a host, a port, a path. */
export function isUrl(text: string): boolean {
	const {scheme} = patterns();
	if (hostAt(text, 0)) return true;
	const begin = scheme.exec(text)?.[0].length ?? 0;
	if (begin > 0 && hostAt(text, begin)) return true;
	for (let at = text.indexOf('@', 1); at > 0; at = text.indexOf('@', at + 1)) {
		if (hostAt(text, at + 1)) return true;
	}
	return false;
}

/** Whether a host begins here, and behind it nothing, a port or a path. */
function hostAt(text: string, from: number): boolean {
	const {host, port} = patterns();
	host.lastIndex = from;
	const name = host.exec(text)?.[0] ?? '';
	const end = from + name.length;
	port.lastIndex = end;
	return port.test(text) && (isDomain(name) || isPublicAddress(name));
}

function isDomain(name: string): boolean {
	const labels = name.split('.');
	const top = labels.pop() ?? '';
	const {label, topLevel} = patterns();
	return labels.length > 0 && topLevel.test(top) && labels.every((part) => label.test(part));
}

/** An IPv4 address that is no network, no broadcast and not private. */
function isPublicAddress(name: string): boolean {
	const parts = name.split('.');
	const [a = 0, b = 0, , d = 0] = parts.map(Number);
	if (parts.length !== 4 || !parts.every((part) => /^[0-9]{1,3}$/.test(part))) return false;
	// The first and last number have no leading zero; the middle ones may, of two digits.
	if ((parts[0] ?? '').startsWith('0') || (parts[3] ?? '').startsWith('0')) return false;
	if (parts.slice(1, 3).some((part) => /^0..$/.test(part) || Number(part) > 255)) return false;
	if (a > 223 || d > 254 || a === 10 || a === 127) return false;
	return !(a === 169 && b === 254) && !(a === 192 && b === 168) && !(a === 172 && b >= 16 && b <= 31);
}

interface Patterns {
	readonly scheme: RegExp;
	readonly host: RegExp;
	readonly port: RegExp;
	readonly label: RegExp;
	readonly topLevel: RegExp;
}

let made: Patterns | undefined;

const patterns = (): Patterns => (made ??= make());

function make(): Patterns {
	const lower = classWith(wordFlag.lower);
	const inner = 'A-Za-z0-9\\u00a1-\\uffff';
	return {
		scheme: new RegExp(`^[${classWith(wordFlag.wordChar)}+\\-.]{2,}://`, 'u'),
		host: new RegExp(`[${inner}${lower}_.\\-]*`, 'uy'),
		port: new RegExp(`(?::[${classWith(wordFlag.digit)}]{2,5})?(?:[/?#]|$)`, 'uy'),
		label: new RegExp(`^[${inner}](?:[${inner}_\\-]{0,62}[${inner}])?$`, 'u'),
		topLevel: new RegExp(`^[${lower}]{2,63}$`, 'u'),
	};
}
