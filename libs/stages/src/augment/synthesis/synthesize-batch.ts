import {
	fingerprint,
	type AnyRow,
	type BatchContext,
	type Json,
	type Output,
	type Random,
	type RecordBatch,
} from '@millrace/core';
import {failureOf, type Failure, type FailureWatch} from '../shape/failure-watch.ts';
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
	/** Tells rows that fail from a model that does; one for all batches of the stage. */
	readonly watch: FailureWatch;
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
 * Yields every row and, after it, the pairs made of it, accepted and rejected. A call that fails for a row is a
 * rejected pair with the verdict `failed` and the reason in `via`; the row is not asked about again. Where the
 * model is down for all rows the run ends.
 */
export async function synthesizeBatch(
	batch: RecordBatch<AnyRow>,
	context: BatchContext,
	plan: SynthesisPlan,
): Promise<Output<AnyRow>> {
	const rows = Array.from({length: batch.length}, (_, place) => batch.row(place));
	const failures: Failure[] = [];
	const families = await Promise.all(
		rows.map(async (row, place) => (plan.when(row) ? childrenOf(row, place, context, plan, failures) : [])),
	);
	const asked = rows.filter((row) => plan.when(row)).length;
	if (failures[0] && failures.length === asked) plan.watch.allFailed(failures[0], asked);
	const out: AnyRow[] = [];
	const source: number[] = [];
	const child: number[] = [];
	for (const [place, family] of families.entries()) {
		const row = rows[place] ?? {};
		for (const [at, made] of [original(row, family, place, context, plan), ...family].entries()) {
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
	};
}

async function childrenOf(
	row: AnyRow,
	place: number,
	context: BatchContext,
	plan: SynthesisPlan,
	failures: Failure[],
): Promise<readonly SynthesisColumns[]> {
	const id = context.id(place);
	const children: SynthesisColumns[] = [];
	const made: SynthesisCandidate[] = [];
	for (let attempt = 0; attempt < plan.attempts && made.length < plan.n; attempt++) {
		const random = context.random(place, attempt);
		const seed = random.int(2 ** 31);
		const turn = {seed, random, made, wanted: plan.n - made.length};
		const candidates = await plan.make(row, turn).catch((error: unknown): SynthesisCandidate[] => {
			const failure = failureOf(error);
			failures.push(failure);
			plan.watch.failed(failure);
			return [{instruction: null, response: null, verdict: 'failed', via: failure.message}];
		});
		const failed = candidates.some(({verdict}) => verdict === 'failed');
		if (!failed) plan.watch.answered();
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
				via: candidate.via?.toWellFormed() ?? null,
				backend: `${plan.name} ${fingerprint(plan.identity).slice(0, 12)}`,
				seed,
				attempt,
				gates: null,
				usage: candidate.usage ?? null,
				noise_level: 0,
				variants_missing: null,
			});
		}
		if (failed) break;
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
		usage: null,
		noise_level: 0,
		variants_missing: plan.when(row)
			? plan.n - children.filter(({verdict}) => verdict === 'accepted').length
			: null,
	};
}
