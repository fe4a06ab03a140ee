/** Finds where a JSON object ends that comes in parts. */
export interface ObjectScan {
	/** Reads on, from `from` to the end of the bytes: the offset after the object, or -1 where it goes on. */
	readonly end: (bytes: Buffer, from: number, next?: NextPlace) => number;
}

/**
 * Begins at the brace of a JSON object. Only what tells where it ends is looked at; what can be no JSON (a value where
 * a comma must stand, a line end within a string) breaks the object, which then ends with its line, so that damage
 * stays near. Whether an object ends depends on nothing behind its end.
 */
export function objectScan(): ObjectScan {
	/** Open brackets; a brace for an object. */
	const open: number[] = [];
	let before = 0;
	let state: 'plain' | 'text' | 'escape' | 'broken' = 'plain';

	/** Takes a byte outside of text; false where JSON has none such there. */
	const take = (byte: number): boolean => {
		const inside = open.at(-1);
		const last = before;
		before = byte;
		switch (byte) {
			case QUOTE:
				return last === COLON || last === COMMA || last === BRACE || last === BRACKET;
			case BRACE:
			case BRACKET:
				open.push(byte);
				if (open.length > MOST_DEPTH) return false;
				return (
					open.length === 1 || last === COLON || (inside === BRACKET && (last === COMMA || last === BRACKET))
				);
			case END_BRACE:
			case END_BRACKET:
				open.pop();
				return inside === (byte === END_BRACE ? BRACE : BRACKET) && last !== COLON && last !== COMMA;
			case COLON:
				return last === END_TEXT && inside === BRACE;
			case COMMA:
				return last === END_TEXT || last === PLAIN || last === END_BRACE || last === END_BRACKET;
			default:
				before = PLAIN;
				return (
					last === PLAIN || last === COLON || (inside === BRACKET && (last === COMMA || last === BRACKET))
				);
		}
	};

	return {
		end(bytes, from, next = nextPlace(bytes)) {
			let at = from;
			if (state === 'escape' && at < bytes.length) {
				state = bytes[at] === NEWLINE ? 'broken' : 'text';
				if (state === 'text') at++;
			}
			while (at < bytes.length) {
				if (state === 'broken') {
					const newline = next(NEWLINE, at);
					return newline === Infinity ? -1 : newline + 1;
				}
				if (state === 'text') {
					const [quote, escape, newline] = [next(QUOTE, at), next(ESCAPE, at), next(NEWLINE, at)];
					const first = Math.min(quote, escape, newline);
					if (first === Infinity) return -1;
					if (first === newline) state = 'broken';
					else if (first === quote) {
						[state, before] = ['plain', END_TEXT];
						at = first + 1;
					} else if (first + 1 === bytes.length) {
						state = 'escape';
						return -1;
					} else if (bytes[first + 1] === NEWLINE) {
						state = 'broken';
						at = first + 1;
					} else at = first + 2;
					continue;
				}
				const byte = bytes[at] ?? 0;
				if (byte === SPACE || byte === NEWLINE || byte === 13 || byte === 9) at++;
				else if (!take(byte)) state = 'broken';
				else {
					at++;
					if (byte === QUOTE) state = 'text';
					if (open.length === 0) return at;
				}
			}
			return -1;
		},
	};
}

/** Where a byte stands next, at or after a place; Infinity where it does not. */
export type NextPlace = (byte: number, from: number) => number;

/** Finds places of ascending order in bytes, which are searched once for each byte, however many objects they hold. */
export function nextPlace(bytes: Buffer): NextPlace {
	const places = new Map<number, number>();
	return (byte, from) => {
		const known = places.get(byte) ?? -1;
		if (known >= from) return known;
		const found = bytes.indexOf(byte, from);
		const place = found === -1 ? Infinity : found;
		places.set(byte, place);
		return place;
	};
}

const MOST_DEPTH = 1000;

const [QUOTE, ESCAPE, NEWLINE, SPACE] = [0x22, 0x5c, 0x0a, 0x20] as const;
const [BRACE, END_BRACE, BRACKET, END_BRACKET, COLON, COMMA] = [0x7b, 0x7d, 0x5b, 0x5d, 0x3a, 0x2c] as const;
/** Stand for the end of a text, and for a part of a number or word. */
const [END_TEXT, PLAIN] = [0x100, 0x101] as const;
