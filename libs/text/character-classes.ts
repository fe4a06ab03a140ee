import {writeFile} from 'node:fs/promises';
import {fileURLToPath} from 'node:url';
import {Tokenizer} from 'tokenizers';

/** Where the classes of characters are kept. */
export const classesPath = fileURLToPath(
	new URL('src/subword/character-classes.generated.ts', import.meta.url),
);

/** Classes in the order of their numbers, 1 first; what none of them takes is 0, a symbol. */
const kinds = [
	'[\\p{Lu}\\p{Lt}]',
	'\\p{Ll}',
	'[\\p{Lm}\\p{Lo}]',
	'\\p{M}',
	'\\p{N}',
	'[^\\S\\r\\n]',
	'[\\r\\n]',
	'\\p{Cn}',
];
const javascript = kinds.map((kind) => new RegExp(kind, 'u'));

/** White space as Unicode has it; `\s` of JavaScript takes U+FEFF for one and U+0085 for none. */
javascript[5] = /[^\P{White_Space}\r\n]/u;

const SYMBOL = 0;
const UNKNOWN = 8;

/** The planes that hold characters; of the others, two are for private use, which is fixed, and the rest are empty. */
const mayBeAssigned = (point: number): boolean =>
	point < 0xd800 || (point > 0xdfff && point < 0x34000) || (point >= 0xe0000 && point < 0xe1000);

/**
 * The text of `src/subword/character-classes.generated.ts`: the class of each code point as the reference implementation
 * reads patterns, which is asked for all of them; not known where this Node reads it otherwise, being of another Unicode
 * version, or where it is not assigned.
 */
export async function classesFile(): Promise<string> {
	const points = Array.from({length: 0x110000}, (_, point) => point).filter(mayBeAssigned);
	const classes = new Uint8Array(0x110000).fill(UNKNOWN);
	classes.fill(SYMBOL, 0xf0000, 0xffffe);
	classes.fill(SYMBOL, 0x100000, 0x10fffe);
	for (let from = 0; from < points.length; from += BATCH) {
		const batch = points.slice(from, from + BATCH);
		const found = await referenceClasses(batch);
		for (const [at, point] of batch.entries()) {
			const own = javascript.findIndex((kind) => kind.test(String.fromCodePoint(point))) + 1;
			classes[point] = own === found[at] ? own : UNKNOWN;
		}
	}
	const runs: (readonly [count: number, kind: number])[] = [];
	for (let from = 0; from < classes.length;) {
		let to = from;
		while (to < classes.length && classes[to] === classes[from]) to++;
		runs.push([to - from, classes[from] ?? 0]);
		from = to;
	}
	const text = runs.map(([count, kind]) => `${count.toString(36)}${'ABCDEFGHI'.charAt(kind)}`).join('');
	return `// Written by \`node libs/text/character-classes.ts\`; do not edit.\n/** Runs of code points of one class, from 0 on: how many in base 36, and the class, A for 0. */\nexport const characterRuns =\n\t'${text}';\n`;
}

const BATCH = 1 << 16;

async function referenceClasses(points: readonly number[]): Promise<Uint8Array> {
	const text = String.fromCodePoint(...points);
	const classes = new Uint8Array(points.length);
	for (const [index, kind] of kinds.entries()) {
		const encoding = await matcher(kind).encode(text, null, {addSpecialTokens: false});
		// What matches is removed, and everything else covered by a token.
		const covered = new Uint8Array(points.length);
		for (const [start = 0, end = 0] of encoding.getOffsets()) covered.fill(1, start, end);
		for (let at = 0; at < points.length; at++) if (covered[at] === 0) classes[at] = index + 1;
	}
	return classes;
}

const matcher = (pattern: string): Tokenizer =>
	Tokenizer.fromString(
		JSON.stringify({
			version: '1.0',
			truncation: null,
			padding: null,
			added_tokens: [],
			normalizer: null,
			pre_tokenizer: {type: 'Split', pattern: {Regex: pattern}, behavior: 'Removed', invert: false},
			post_processor: null,
			decoder: null,
			model: {type: 'WordLevel', vocab: {x: 0}, unk_token: 'x'},
		}),
	);

if (import.meta.main) await writeFile(classesPath, await classesFile());
