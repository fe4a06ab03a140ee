import {random, rowSeed, sha256, stageKey, type BatchContext} from '@millrace/core';

/** What a step may ask of the engine, for rows of the given ids. */
export function rowContext(step: string, seed: number, ids: readonly string[]): BatchContext {
	const key = stageKey(seed, step);
	const bytes = Buffer.from(ids.join(''), 'hex');
	return {
		id: (row) => ids[row] ?? '',
		random: (row, attempt = 0) => random(rowSeed(key, bytes, row * 16, attempt)),
	};
}

/** Row ids for tests: 32 hexadecimal digits, different for each index. */
export const testIds = (count: number): readonly string[] =>
	Array.from({length: count}, (_, index) => sha256(`row ${index}`).slice(0, 32));
