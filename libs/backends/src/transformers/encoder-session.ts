import {MillraceError} from '@millrace/core';
import {runFloats, type OnnxSession, type TensorMaker} from './onnx-session.ts';

/** A session that reads rows of tokens whole, such as BERT's. */
export interface EncoderSession {
	/**
	 * Gives for each row, in order, what `pick` makes of its numbers, which it must not keep: for each token as many as the
	 * output is wide. Rows of
	 * equally many tokens run together, without padding, where that changes no number, else one by one.
	 */
	run<T>(
		rows: readonly (readonly number[])[],
		pick: (numbers: Float32Array, row: number) => T,
		signal?: AbortSignal,
	): Promise<T[]>;
}

/** Makes an encoder of a session, and finds out whether its rows may run together. */
export async function encoderSession(
	owner: string,
	session: OnnxSession,
	tensors: TensorMaker,
	output: string,
	batchRows: number,
): Promise<EncoderSession> {
	const unknown = session.inputNames.filter((name) => !INPUTS.includes(name));
	if (unknown.length > 0)
		throw new MillraceError(
			'usage',
			`${owner}: expected a model that takes ${INPUTS.join(', ')} at most, found ${unknown.join(', ')}; give an encoder of the BERT family.`,
		);
	/** Of rows of one length; `pick` must not keep the numbers. */
	const runEqual = async <T>(
		rows: readonly (readonly number[])[],
		pick: (numbers: Float32Array, row: number) => T,
	): Promise<T[]> => {
		const length = rows[0]?.length ?? 0;
		const dims = [rows.length, length];
		const feeds: Record<string, unknown> = {
			input_ids: tensors.ids(rows.flat(), dims),
			attention_mask: tensors.ones(dims),
			token_type_ids: tensors.ids(new Array<number>(rows.length * length).fill(0), dims),
		};
		const given = Object.fromEntries(session.inputNames.map((name) => [name, feeds[name]]));
		const [found] = await runFloats(session, given, [output]);
		const numbers = found?.data ?? new Float32Array(0);
		const size = numbers.length / rows.length;
		const picked = rows.map((_, row) => pick(numbers.subarray(row * size, (row + 1) * size), row));
		found?.dispose();
		return picked;
	};
	const most = (await alike(runEqual)) ? batchRows : 1;
	return {
		async run(rows, pick, signal) {
			const results = new Map<number, ReturnType<typeof pick>>();
			const groups = Map.groupBy(rows.keys(), (index) => rows[index]?.length ?? 0);
			for (const length of [...groups.keys()].sort((a, b) => a - b)) {
				const places = groups.get(length) ?? [];
				for (let start = 0; start < places.length; start += most) {
					signal?.throwIfAborted();
					const part = places.slice(start, start + most);
					await runEqual(
						part.map((index) => rows[index] ?? []),
						(numbers, at) => {
							const index = part[at] ?? 0;
							results.set(index, pick(numbers, index));
						},
					);
				}
			}
			return [...results].sort(([a], [b]) => a - b).map(([, result]) => result);
		},
	};
}

const INPUTS = ['input_ids', 'attention_mask', 'token_type_ids'];

/** Whether a row has the same numbers alone and beside others; see `batchInvariant`. */
async function alike(
	runEqual: (
		rows: readonly (readonly number[])[],
		pick: (numbers: Float32Array) => Float32Array,
	) => Promise<Float32Array[]>,
): Promise<boolean> {
	const rows = Array.from({length: 11}, (_, row) =>
		Array.from({length: 9}, (_, at) => (row * 31 + at * 17) % 97),
	);
	const together = await runEqual(rows, (numbers) => numbers.slice());
	for (const row of [0, 10]) {
		const [alone] = await runEqual(rows.slice(row, row + 1), (numbers) => numbers.slice());
		if (!alone?.every((value, index) => Object.is(value, together[row]?.[index]))) return false;
	}
	return true;
}
