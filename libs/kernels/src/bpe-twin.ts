import type {BpeModel, SplitKind} from './bpe-model.ts';

/** The patterns by which text is cut into words, as published; `bpeEncoder` follows them without a regular expression. */
export const splitRegex: Readonly<Record<SplitKind, RegExp>> = {
	gpt2: /'(?:s|t|re|ve|m|ll|d)| ?\p{L}+| ?\p{N}+| ?[^\p{White_Space}\p{L}\p{N}]+|\p{White_Space}+(?!\P{White_Space})|\p{White_Space}+/gu,
	llama3:
		/(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\r\n\p{L}\p{N}]?\p{L}+|\p{N}{1,3}| ?[^\p{White_Space}\p{L}\p{N}]+[\r\n]*|\p{White_Space}*[\r\n]+|\p{White_Space}+(?!\P{White_Space})|\p{White_Space}+/gu,
	qwen: /(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\r\n\p{L}\p{N}]?\p{L}+|\p{N}| ?[^\p{White_Space}\p{L}\p{N}]+[\r\n]*|\p{White_Space}*[\r\n]+|\p{White_Space}+(?!\P{White_Space})|\p{White_Space}+/gu,
	o200k:
		/[^\r\n\p{L}\p{N}]?[\p{Lu}\p{Lt}\p{Lm}\p{Lo}\p{M}]*[\p{Ll}\p{Lm}\p{Lo}\p{M}]+(?i:'s|'t|'re|'ve|'m|'ll|'d)?|[^\r\n\p{L}\p{N}]?[\p{Lu}\p{Lt}\p{Lm}\p{Lo}\p{M}]+[\p{Ll}\p{Lm}\p{Lo}\p{M}]*(?i:'s|'t|'re|'ve|'m|'ll|'d)?|\p{N}{1,3}| ?[^\p{White_Space}\p{L}\p{N}]+[\r\n/]*|\p{White_Space}*[\r\n]+|\p{White_Space}+(?!\P{White_Space})|\p{White_Space}+/gu,
	cl100k:
		/(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\r\n\p{L}\p{N}]?\p{L}+|\p{N}{1,3}| ?[^\p{White_Space}\p{L}\p{N}]+[\r\n]*|\p{White_Space}+$|\p{White_Space}*[\r\n]+|\p{White_Space}+(?!\P{White_Space})|\p{White_Space}+/gu,
};

/** The ids of a text by a model, word by word, always merging the pair of the lowest rank and of those the first. */
export function bpeTwin({split, bytes, merges, words}: BpeModel): (text: string) => Int32Array {
	const ranks = new Map<string, readonly [rank: number, id: number]>();
	for (let at = 0; at < merges.length; at += 4) {
		const pair = `${merges[at] ?? 0} ${merges[at + 1] ?? 0}`;
		if (!ranks.has(pair)) ranks.set(pair, [merges[at + 2] ?? 0, merges[at + 3] ?? 0]);
	}
	const whole = new Map(words.map((word) => [Buffer.from(word.bytes).toString('latin1'), word.id]));
	const idsOf = (word: string): readonly number[] => {
		const content = Buffer.from(word);
		const id = whole.get(content.toString('latin1'));
		if (id !== undefined) return [id];
		let ids = Array.from(content, (byte) => bytes[byte] ?? -1);
		for (;;) {
			const found = ids.map((left, at) => ranks.get(`${left} ${ids[at + 1] ?? ''}`));
			const best = found.reduce<number>(
				(lowest, pair, at) => (pair && pair[0] < (found[lowest]?.[0] ?? Infinity) ? at : lowest),
				-1,
			);
			const merged = found[best];
			if (!merged) return ids;
			ids = [...ids.slice(0, best), merged[1], ...ids.slice(best + 2)];
		}
	};
	return (text) => Int32Array.from((text.match(splitRegex[split]) ?? []).flatMap(idsOf));
}
