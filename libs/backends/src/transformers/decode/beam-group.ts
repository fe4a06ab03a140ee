/** A hypothesis: its tokens after the start token, and the sum of their log-probabilities. */
export interface Beam {
	readonly tokens: readonly number[];
	readonly score: number;
}

/** The beams of one source, or of one of its groups. */
export interface BeamGroup {
	/** Best first. */
	readonly running: readonly Beam[];
	/** Ended, with scores by length; best first. */
	readonly ended: readonly Beam[];
	/** Whether no step can improve what ended. */
	readonly done: boolean;
}

export interface BeamRules {
	readonly beams: number;
	readonly lengthPenalty: number;
	readonly earlyStopping: boolean;
	readonly ends: ReadonlySet<number>;
}

export interface BeamStep {
	readonly group: BeamGroup;
	/** Which of the beams before each of the running ones continues. */
	readonly parents: readonly number[];
}

export const newGroup: BeamGroup = {running: [{tokens: [], score: 0}], ended: [], done: false};

/**
 * One step of beam search. Of the 2 × `beams` best continuations those that end count if among the first `beams`, with
 * their score divided by length ^ `lengthPenalty`; the others run on. Done when `beams` ended and, unless stopped early,
 * the best running one, were it to end now, would not beat the worst of them. As transformers 5 decides it.
 * `scores` has the log-probabilities of what follows each running beam.
 */
export function advanceGroup(group: BeamGroup, scores: readonly Float32Array[], rules: BeamRules): BeamStep {
	const {beams, lengthPenalty, earlyStopping, ends} = rules;
	const best = bestContinuations(group.running, scores, 2 * beams);
	const length = (group.running[0]?.tokens.length ?? 0) + 1;
	const scale = length ** lengthPenalty;
	const next: {beam: Beam; parent: number}[] = [];
	const ended = [...group.ended];
	for (const [rank, {parent, token, score}] of best.entries()) {
		const tokens = [...(group.running[parent]?.tokens ?? []), token];
		if (ends.has(token)) {
			if (rank < beams) ended.push({tokens, score: score / scale});
		} else if (next.length < beams) next.push({beam: {tokens, score}, parent});
	}
	const kept = ended.toSorted((a, b) => b.score - a.score).slice(0, beams);
	const hope = (next[0]?.beam.score ?? -Infinity) / scale;
	const full = kept.length === beams;
	return {
		group: {
			running: next.map(({beam}) => beam),
			ended: kept,
			done: next.length === 0 || (full && (earlyStopping || hope <= (kept.at(-1)?.score ?? -Infinity))),
		},
		parents: next.map(({parent}) => parent),
	};
}

interface Continuation {
	readonly parent: number;
	readonly token: number;
	readonly score: number;
}

/** The best continuations, best first; of equals the one of the earlier beam and the lower token. */
function bestContinuations(
	running: readonly Beam[],
	scores: readonly Float32Array[],
	count: number,
): Continuation[] {
	const best: Continuation[] = [];
	for (const [parent, beam] of running.entries()) {
		const row = scores[parent] ?? new Float32Array(0);
		for (let token = 0; token < row.length; token++) {
			const score = beam.score + (row[token] ?? -Infinity);
			if (score === -Infinity || (best.length === count && score <= (best.at(-1)?.score ?? 0))) continue;
			let at = best.length;
			while (at > 0 && (best[at - 1]?.score ?? 0) < score) at--;
			best.splice(at, 0, {parent, token, score});
			if (best.length > count) best.pop();
		}
	}
	return best;
}
