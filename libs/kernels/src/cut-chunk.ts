import {isUrl} from './is-url.ts';
import {longestFind, wordSpecials} from './word-specials.ts';
import {wordPatterns} from './word-patterns.ts';

/**
 * Cuts a text without whitespace into words as the blank English tokenizer of spaCy 3.8 does: affixes off from both
 * ends until a text with a rule of its own is left, then the infixes, then such texts among what affixes left.
 */
export function cutChunk(chunk: string): string[] {
	const specials = wordSpecials();
	const whole = specials.get(chunk)?.cut;
	if (whole) return [...whole];
	const isSpecial = (text: string) => specials.get(text)?.cut !== undefined;
	const words: string[] = [];
	const suffixes: string[] = [];
	let rest = chunk;
	for (let before = -1; rest !== '' && rest.length !== before && !isSpecial(rest);) {
		before = rest.length;
		const prefix = prefixOf(rest);
		const behind = rest.slice(prefix.length);
		if (prefix !== '' && isSpecial(behind)) {
			words.push(prefix);
			rest = behind;
			break;
		}
		const suffix = suffixOf(behind);
		const front = rest.slice(0, rest.length - suffix.length);
		if (suffix !== '' && isSpecial(front)) {
			suffixes.push(suffix);
			rest = front;
			break;
		}
		rest = rest.slice(prefix.length, rest.length - suffix.length);
		if (prefix !== '') words.push(prefix);
		if (suffix !== '') suffixes.push(suffix);
	}
	const core = rest === '' ? [] : (specials.get(rest)?.cut ?? cutAtInfixes(rest));
	const all = [...words, ...core, ...suffixes.reverse()];
	return all.length > 1 ? joinFinds(all) : all;
}

const prefixOf = (text: string): string => wordPatterns().prefix.exec(text)?.[0] ?? '';

function suffixOf(text: string): string {
	// A run of dots is the one suffix without bounds; of all others the last characters tell.
	if (text.endsWith('..')) {
		let from = text.length;
		while (text[from - 1] === '.') from--;
		return text.slice(from);
	}
	return wordPatterns().suffix.exec(text.slice(-24))?.[0] ?? '';
}

function cutAtInfixes(text: string): string[] {
	const words: string[] = [];
	let from = 0;
	// Not matchAll, which copies the pattern, and this one is long.
	const {infix: pattern} = wordPatterns();
	pattern.lastIndex = 0;
	for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
		const {0: infix, index} = match;
		if (index === 0) continue;
		if (from === 0 && isUrl(text)) return [text];
		if (index > from) words.push(text.slice(from, index));
		words.push(infix);
		from = index + infix.length;
	}
	if (from < text.length) words.push(text.slice(from));
	return words;
}

/** Puts together and cuts anew what stands among the words and has a rule of its own, the longest first. */
function joinFinds(words: string[]): string[] {
	const found = new Map<number, {readonly length: number; readonly cut: readonly string[]}>();
	const seen = new Set<number>();
	const finds: {readonly at: number; readonly length: number; readonly cut: readonly string[]}[] = [];
	for (let at = 0; at < words.length; at++) {
		for (let length = 2; length <= Math.min(longestFind(), words.length - at); length++) {
			const parts = words.slice(at, at + length);
			const text = parts.join('');
			if (text.length > 29) break;
			const special = wordSpecials().get(text);
			if (special?.cut && special.find?.join('\t') === parts.join('\t'))
				finds.push({at, length, cut: special.cut});
		}
	}
	if (finds.length === 0) return words;
	for (const {at, length, cut} of finds.sort((a, b) => b.length - a.length || a.at - b.at)) {
		if (!seen.has(at) && !seen.has(at + length - 1)) found.set(at, {length, cut});
		for (let token = at; token < at + length; token++) seen.add(token);
	}
	const joined: string[] = [];
	for (let at = 0; at < words.length;) {
		const find = found.get(at);
		joined.push(...(find?.cut ?? words.slice(at, at + 1)));
		at += find?.length ?? 1;
	}
	return joined;
}
