import {disposeState, selectRows} from '../decoder-state.ts';
import type {Seq2seqModel} from '../seq2seq-model.ts';
import {advanceGroup, newGroup, type Beam, type BeamGroup} from './beam-group.ts';
import type {Decoding} from './decoding-options.ts';
import {logSoftmax} from './log-softmax.ts';
import {applyRules, type ModelTokens} from './score-rules.ts';

/**
 * Beam search over sources of one length; a source leaves the batch when it is done. With groups, diverse beam search: a
 * group's scores lose `diversityPenalty` for each earlier group that chose the token at this step (Vijayakumar 2018).
 * Gives the answers of each source that ended, best first.
 */
export async function generateBeams(
	model: Seq2seqModel,
	sources: readonly (readonly number[])[],
	decoding: Decoding,
	tokens: ModelTokens,
	most: number,
): Promise<Beam[][]> {
	const {beams, beamGroups, diversityPenalty = 0, lengthPenalty = 1, earlyStopping = false} = decoding;
	const rules = {beams: beams / beamGroups, lengthPenalty, earlyStopping, ends: tokens.ends};
	const searches = sources.map(() => Array.from({length: beamGroups}, () => newGroup));
	let active = Array.from(sources.keys());
	let state = await model.encode(sources);
	let rows = active.map(() => tokens.start);
	// All groups of a source begin with the one row of its encoding.
	let shared = true;
	for (let step = 0; step < most && active.length > 0; step++) {
		const result = await model.step(state, rows);
		state = result.state;
		const width = result.logits.length / rows.length;
		const keep: number[] = [];
		const feed: number[] = [];
		const still: number[] = [];
		let row = 0;
		for (const source of active) {
			const chosen = new Map<number, number>();
			const groups: BeamGroup[] = [];
			const [own, fed]: [number[], number[]] = [[], []];
			const first = row;
			for (const group of searches[source] ?? []) {
				const count = group.done ? 0 : group.running.length;
				const from = shared ? first : row;
				row = shared ? first + 1 : row + count;
				if (group.done) {
					groups.push(group);
					continue;
				}
				const scores = group.running.map((beam, index) => {
					const values = result.logits.slice((from + index) * width, (from + index + 1) * width);
					logSoftmax(values);
					applyRules(values, [tokens.start, ...beam.tokens], decoding, tokens);
					for (const [token, times] of chosen)
						values[token] = (values[token] ?? 0) - diversityPenalty * times;
					return values;
				});
				const {group: next, parents} = advanceGroup(group, scores, rules);
				groups.push(next);
				for (const beam of next.running) {
					const token = beam.tokens.at(-1) ?? tokens.pad;
					chosen.set(token, (chosen.get(token) ?? 0) + 1);
				}
				if (next.done) continue;
				own.push(...parents.map((parent) => from + parent));
				fed.push(...next.running.map((beam) => beam.tokens.at(-1) ?? tokens.pad));
			}
			searches[source] = groups;
			if (own.length === 0) continue;
			still.push(source);
			keep.push(...own);
			feed.push(...fed);
		}
		shared = false;
		active = still;
		rows = feed;
		if (active.length > 0) state = selectRows(state, keep, model.tensors);
	}
	disposeState(state);
	return searches.map(bestFirst);
}

/** The answers of all groups, each once. */
function bestFirst(groups: readonly BeamGroup[]): Beam[] {
	const all = groups.flatMap(({ended}) => ended).toSorted((a, b) => b.score - a.score);
	const seen = new Set<string>();
	return all.filter(({tokens}) => {
		const key = tokens.join(' ');
		return !seen.has(key) && seen.add(key);
	});
}
