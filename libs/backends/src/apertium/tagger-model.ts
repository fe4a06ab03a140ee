import {MillraceError} from '@millrace/core';

/** The hidden Markov model of `apertium-tagger`, as far as words with unseen ambiguities need it. */
export interface TaggerModel {
	/** Names of the coarse tags; a tag is a place in this list. */
	readonly tags: readonly string[];
	readonly openClass: readonly number[];
	/** Sets of tags between which words that were seen in training are ambiguous, each with its column of B. */
	readonly classes: readonly (readonly number[])[];
	/** B: how probable a class is given a tag, by tag and class; absent where it is next to nothing. */
	readonly emissions: ReadonlyMap<string, number>;
	readonly states: number;
	/** The bytes before the classes, those between them and B (without M), and those after B. */
	readonly head: Uint8Array;
	readonly transitions: Uint8Array;
	readonly tail: Uint8Array;
}

/** Reads a .prob file of a hidden Markov model. Source: the format that Apertium 3 writes. */
export function readTaggerModel(bytes: Uint8Array, path: string): TaggerModel {
	const input = reader(bytes, path);
	let tag = 0;
	const openClass = input.list(() => (tag += input.number()));
	input.list(() => [input.number(), input.number()]);
	const tags = input.list(input.text);
	input.list(() => [input.text(), input.number()]);
	input.list(() => [input.number(), input.list(input.number)]);
	input.list(input.text);
	input.list(() => [input.text(), input.number()]);
	const head = bytes.subarray(0, input.at());
	const classes = input.list(() => input.list(input.number));
	const states = input.number();
	const columns = input.number();
	const transitions = bytes.subarray(input.at(), input.at() + states * states * 8);
	input.skip(transitions.length);
	const emissions = new Map(
		input.list(() => [`${input.number()} ${input.number()}`, input.double()] as const),
	);
	if (columns !== classes.length || states > tags.length)
		throw unreadable(
			path,
			`${tags.length} tags, ${states} states, ${classes.length} classes, ${columns} columns`,
		);
	return {tags, openClass, classes, emissions, states, head, transitions, tail: bytes.subarray(input.at())};
}

/**
 * The model with more ambiguity classes, each with the probabilities of the smallest class that holds it, which is what
 * the tagger takes for a word that it never saw so ambiguous. It then changes nothing else, while the tagger
 * itself overwrites its open class with that one, so that later texts are tagged otherwise.
 */
export function withClasses(model: TaggerModel, more: readonly (readonly number[])[]): Uint8Array {
	const known = new Set(model.classes.map(String));
	const added = [...new Map(more.map((one) => [String(one), one])).values()].filter(
		(one) => !known.has(String(one)),
	);
	const classes = [...model.classes, ...added];
	const emissions = new Map(model.emissions);
	for (const [index, tags] of added.entries()) {
		const like = likest(model, tags);
		for (const tag of tags) {
			const probability = model.emissions.get(`${tag} ${like}`);
			if (probability !== undefined) emissions.set(`${tag} ${model.classes.length + index}`, probability);
		}
	}
	const output = writer();
	output.bytes(model.head);
	output.number(classes.length);
	for (const tags of classes) {
		output.number(tags.length);
		for (const tag of tags) output.number(tag);
	}
	output.number(model.states);
	output.number(classes.length);
	output.bytes(model.transitions);
	output.number(emissions.size);
	for (const [place, probability] of emissions) {
		for (const index of place.split(' ')) output.number(Number(index));
		output.double(probability);
	}
	output.bytes(model.tail);
	return output.result();
}

/** The column of the first of the smallest classes that hold some tags and are smaller than the open class, else of that. */
function likest({classes, openClass}: TaggerModel, tags: readonly number[]): number {
	let found = classes.findIndex((one) => String(one) === String(openClass));
	let size = openClass.length;
	for (const [index, one] of classes.entries()) {
		if (one.length >= size || !tags.every((tag) => one.includes(tag))) continue;
		found = index;
		size = one.length;
	}
	return found;
}

function reader(bytes: Uint8Array, path: string) {
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	let at = 0;
	const byte = (): number => {
		const value = bytes[at++];
		if (value === undefined) throw unreadable(path, 'its end');
		return value;
	};
	/** One to four bytes; the two highest bits of the first say how many follow. */
	const number = (): number => {
		const first = byte();
		let value = first & 0x3f;
		for (let left = first >> 6; left > 0; left--) value = value * 256 + byte();
		return value;
	};
	const list = <T>(item: () => T): T[] => {
		const length = number();
		if (length > bytes.length) throw unreadable(path, `a list of ${length}`);
		return Array.from({length}, item);
	};
	return {
		number,
		list,
		text: () => String.fromCodePoint(...list(number)),
		double: (): number => {
			if (at + 8 > bytes.length) throw unreadable(path, 'its end');
			const value = view.getFloat64(at);
			at += 8;
			return value;
		},
		skip: (length: number): void => {
			at += length;
			if (at > bytes.length) throw unreadable(path, 'its end');
		},
		at: () => at,
	};
}

function writer() {
	const parts: Uint8Array[] = [];
	return {
		bytes: (part: Uint8Array): void => {
			parts.push(part);
		},
		number: (value: number): void => {
			const size = value < 0x40 ? 1 : value < 0x4000 ? 2 : value < 0x400000 ? 3 : 4;
			const part = Buffer.alloc(size);
			part.writeUIntBE(value, 0, size);
			part.writeUInt8((part[0] ?? 0) | ((size - 1) << 6), 0);
			parts.push(part);
		},
		double: (value: number): void => {
			const part = Buffer.alloc(8);
			part.writeDoubleBE(value);
			parts.push(part);
		},
		result: (): Uint8Array => Buffer.concat(parts),
	};
}

const unreadable = (path: string, found: string): MillraceError =>
	new MillraceError(
		'corrupt',
		`${path}: expected a tagger model of Apertium 3, found ${found} where it cannot be; install the language pair again, or another version of it.`,
	);
