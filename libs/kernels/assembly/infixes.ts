import {ALPHA, INFIX, LOWER, QUOTE, UPPER, before, flagsOf, pointAt, widthOf} from './word-flags';

const EN_DASH: u32 = 0x2013;
const EM_DASH: u32 = 0x2014;

/** The bytes of the infix that begins here in the text from `from` to `to`, 0 where none does. */
export function infixBytes(from: usize, at: usize, to: usize): usize {
	const lead = <u32>load<u8>(at);
	if (lead >= 0x80) return wideInfix(from, at, to, lead);
	if (lead == 46) {
		let end = at + 1;
		while (end < to && load<u8>(end) == 46) end++;
		if (end - at >= 2) return end - at;
		const around = end < to && at > from;
		return around && flagsBefore(from, at) & (LOWER | QUOTE) && flagsOf(pointAt(end)) & (UPPER | QUOTE)
			? 1
			: 0;
	}
	if (at == from) return 0;
	if (lead == 42 || lead == 43 || lead == 94) return betweenDigits(at, to) ? 1 : 0;
	if (lead == 44) return flagsBefore(from, at) & ALPHA && alphaAt(at + 1, to) ? 1 : 0;
	if (lead == 45) {
		if (betweenDigits(at, to)) return 1;
		if (!follows(from, at)) return 0;
		let end = at + 1;
		while (end < to && end - at < 3 && load<u8>(end) == 45) end++;
		return alphaAt(end, to) ? end - at : 0;
	}
	if (lead == 126 || lead == 47 || lead == 58 || lead - 60 < 3)
		return alphaAt(at + 1, to) && follows(from, at) ? 1 : 0;
	return 0;
}

/** An infix beyond ASCII: a symbol, an ellipsis, or a dash between letters. */
function wideInfix(from: usize, at: usize, to: usize, lead: u32): usize {
	const point = pointAt(at);
	const width = widthOf(lead);
	if (flagsOf(point) & INFIX) return width;
	if ((point != EN_DASH && point != EM_DASH) || at == from || !follows(from, at)) return 0;
	if (alphaAt(at + width, to)) return width;
	const two = point == EM_DASH && at + 3 < to && pointAt(at + 3) == EM_DASH;
	return two && alphaAt(at + 6, to) ? 6 : 0;
}

/** Whether a letter or an ASCII digit stands before. */
function follows(from: usize, at: usize): bool {
	return <u32>load<u8>(at - 1) - 48 < 10 || (flagsBefore(from, at) & ALPHA) != 0;
}

function betweenDigits(at: usize, to: usize): bool {
	if (at + 1 >= to || <u32>load<u8>(at - 1) - 48 >= 10) return false;
	const next = <u32>load<u8>(at, 1);
	return next - 48 < 10 || next == 45;
}

function alphaAt(at: usize, to: usize): bool {
	return at < to && (flagsOf(pointAt(at)) & ALPHA) != 0;
}

function flagsBefore(from: usize, at: usize): u32 {
	return flagsOf(pointAt(before(at, from)));
}
