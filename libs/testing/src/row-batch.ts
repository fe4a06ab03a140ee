import {recordBatch, vector, type AnyRow, type AnyStep, type RecordBatch, type Vector} from '@millrace/core';

/** The batch that a step sees of some rows, whose columns bear the names that the step's user gave. */
export function rowBatch(
	step: AnyStep,
	rows: readonly AnyRow[],
): {readonly batch: RecordBatch<AnyRow>; readonly vectors: ReadonlyMap<string, Vector>} {
	const roles = new Map(Object.keys(step.needs).map((role) => [role, step.columns.get(role) ?? role]));
	const vectors = new Map(
		Object.entries(step.needs).map(([role, {type}]) => {
			const name = roles.get(role) ?? role;
			return [
				name,
				vector(
					type,
					rows.map((row) => row[name] ?? null),
				),
			] as const;
		}),
	);
	return {batch: recordBatch(rows.length, vectors, roles), vectors};
}
