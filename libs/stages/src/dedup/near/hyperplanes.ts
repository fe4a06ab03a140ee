import {random} from '@millrace/core';

/**
 * On which side of random hyperplanes a vector lies, `bits` of them a table: equal for vectors of one direction, and
 * for two at an angle of a with a chance of (1 - a / 180°) to the power of `bits`. Normals are of 1 and -1, so that sums are
 * the same on every machine. Null for a vector without a direction.
 * Source: Charikar 2002, Similarity estimation techniques from rounding algorithms.
 */
export function hyperplanes({
	tables,
	bits,
	seed,
}: HyperplaneOptions): (values: Float32Array) => Uint8Array[] | null {
	let normals = new Int8Array(0);
	let dimensions = -1;
	return (values) => {
		if (dimensions !== values.length) {
			dimensions = values.length;
			const {int} = random(Uint32Array.of(seed, dimensions, 0x9e3779b9, 1));
			normals = Int8Array.from({length: tables * bits * dimensions}, () => int(2) * 2 - 1);
		}
		if (!hasDirection(values)) return null;
		return Array.from({length: tables}, (_, table) => {
			const key = new Uint8Array(8 + bits);
			const view = new DataView(key.buffer);
			view.setUint32(0, dimensions);
			view.setUint32(4, table);
			for (let bit = 0; bit < bits; bit++) {
				const from = (table * bits + bit) * dimensions;
				let sum = 0;
				for (let at = 0; at < dimensions; at++) sum += (normals[from + at] ?? 0) * (values[at] ?? 0);
				key[8 + bit] = sum >= 0 ? 1 : 2;
			}
			return key;
		});
	};
}

export interface HyperplaneOptions {
	readonly tables: number;
	readonly bits: number;
	readonly seed: number;
}

/** The cosine of the angle between two vectors of one length, from -1 to 1. */
export function cosine(a: Float32Array, b: Float32Array): number {
	let [product, one, other] = [0, 0, 0];
	for (let at = 0; at < a.length; at++) {
		const [x, y] = [a[at] ?? 0, b[at] ?? 0];
		product += x * y;
		one += x * x;
		other += y * y;
	}
	return Math.min(1, Math.max(-1, product / Math.sqrt(one * other)));
}

function hasDirection(values: Float32Array): boolean {
	let sum = 0;
	for (const value of values) sum += value ** 2;
	return sum > 0 && Number.isFinite(sum);
}
