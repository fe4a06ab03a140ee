import {
	fingerprint,
	MillraceError,
	type AnyRow,
	type BatchContext,
	type Json,
	type Output,
	type Quarantine,
	type Random,
	type RecordBatch,
} from '@millrace/core';
import {synthesisColumns, type SynthesisCandidate, type SynthesisColumns} from './synthesis-columns.ts';

/** How a stage makes pairs. */
export interface SynthesisPlan {
	readonly name: string;
	/** All that decides what is made. */
	readonly identity: Json;
	/** Accepted pairs wanted of each row. */
	readonly n: number;
	readonly attempts: number;
	readonly when: (row: AnyRow) => boolean;
	readonly group: (row: AnyRow) => string | null;
	/**
	 * Makes pairs of a row. `seed` goes with requests; `random` is for choices; `made` are those accepted
	 * before.
	 */
	readonly make: (row: AnyRow, turn: SynthesisTurn) => Promise<readonly SynthesisCandidate[]>;
}

export interface SynthesisTurn {
	readonly seed: number;
	readonly random: Random;
	readonly made: readonly SynthesisCandidate[];
	readonly wanted: number;
}

/**
 * Yields every row and, after it, the pairs made of it, accepted and rejected. A row for which a call fails is
 * quarantined.
 */
export async function synthesizeBatch(
	batch: RecordBatch<AnyRow>,
	context: BatchContext,
	plan: SynthesisPlan,
): Promise<Output<AnyRow>> {
	const rows = Array.from({length: batch.length}, (_, place) => batch.row(place));
	const families = await Promise.allSettled(
		rows.map(async (row, place) => (plan.when(row) ? childrenOf(row, place, context, plan) : [])),
	);
	const out: AnyRow[] = [];
	const source: number[] = [];
	const child: number[] = [];
	const quarantines: Quarantine[] = [];
	for (const [place, family] of families.entries()) {
		const row = rows[place] ?? {};
		if (family.status === 'rejected') {
			const reason: unknown = family.reason;
			if (reason instanceof MillraceError && reason.code !== 'temporary') throw reason;
			quarantines.push({row: place, error: reason instanceof Error ? reason.message : String(reason)});
			continue;
		}
		for (const [at, made] of [original(row, family.value, place, context, plan), ...family.value].entries()) {
			out.push(made);
			source.push(place);
			child.push(at - 1);
		}
	}
	return {
		length: out.length,
		columns: Object.fromEntries(
			Object.keys(synthesisColumns).map((name) => [name, out.map((row) => row[name])]),
		),
		source: Int32Array.from(source),
		child: Int32Array.from(child),
		...(quarantines.length > 0 ? {quarantines} : {}),
	};
}

async function childrenOf(
	row: AnyRow,
	place: number,
	context: BatchContext,
	plan: SynthesisPlan,
): Promise<readonly SynthesisColumns[]> {
	const id = context.id(place);
	const children: SynthesisColumns[] = [];
	const made: SynthesisCandidate[] = [];
	for (let attempt = 0; attempt < plan.attempts && made.length < plan.n; attempt++) {
		const random = context.random(place, attempt);
		const seed = random.int(2 ** 31);
		const candidates = await plan.make(row, {seed, random, made, wanted: plan.n - made.length});
		for (const candidate of candidates) {
			if (made.length >= plan.n) break;
			if (candidate.verdict === 'accepted') made.push(candidate);
			children.push({
				instruction: candidate.instruction?.toWellFormed() ?? null,
				response: candidate.response?.toWellFormed() ?? null,
				parent_id: id,
				group_id: plan.group(row) ?? id,
				augmented: true,
				verdict: candidate.verdict,
				augmenter: plan.name,
				via: candidate.via,
				backend: `${plan.name} ${fingerprint(plan.identity).slice(0, 12)}`,
				seed,
				attempt,
				gates: null,
				noise_level: 0,
				variants_missing: null,
			});
		}
	}
	return children;
}

function original(
	row: AnyRow,
	children: readonly SynthesisColumns[],
	place: number,
	context: BatchContext,
	plan: SynthesisPlan,
): SynthesisColumns {
	const text = (name: string): string | null => {
		const value = row[name];
		return typeof value === 'string' ? value : null;
	};
	return {
		instruction: text('instruction'),
		response: text('response'),
		parent_id: null,
		group_id: plan.group(row) ?? context.id(place),
		augmented: false,
		verdict: 'original',
		augmenter: null,
		via: null,
		backend: null,
		seed: null,
		attempt: null,
		gates: null,
		noise_level: 0,
		variants_missing: plan.when(row)
			? plan.n - children.filter(({verdict}) => verdict === 'accepted').length
			: null,
	};
}
