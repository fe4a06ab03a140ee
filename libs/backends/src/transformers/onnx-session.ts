import {MillraceError} from '@millrace/core';
import type {TransformersLibrary} from './load-library.ts';

/** What is used of a session of ONNX Runtime. */
export interface OnnxSession {
	readonly inputNames: readonly string[];
	readonly outputNames: readonly string[];
	/** The shape of each input, with numbers where it is fixed. */
	readonly inputMetadata: readonly unknown[];
	run(feeds: Readonly<Record<string, unknown>>): Promise<Readonly<Record<string, unknown>>>;
}

export interface OnnxTensor {
	readonly type: string;
	readonly dims: readonly number[];
	readonly data: unknown;
	dispose(): void;
}

export interface Floats extends OnnxTensor {
	readonly data: Float32Array;
}

export interface TensorMaker {
	ids(values: readonly number[], dims: readonly number[]): unknown;
	ones(dims: readonly number[]): unknown;
	flag(value: boolean): unknown;
	floats(values: Float32Array, dims: readonly number[]): Floats;
}

/** The session of a name in what transformers.js opened. */
export function sessionOf(owner: string, sessions: unknown, name: string): OnnxSession {
	const found: unknown =
		typeof sessions === 'object' && sessions !== null ? Reflect.get(sessions, name) : undefined;
	if (isSession(found)) return found;
	const names = typeof sessions === 'object' && sessions !== null ? Object.keys(sessions).sort() : [];
	throw new MillraceError(
		'usage',
		`${owner}: expected a model with the session ${name}, found ${names.join(', ') || 'none'}; give a model of the family that this backend drives.`,
	);
}

/** Runs a session; gives the outputs as tensors of 32-bit floats, in the order of the names. */
export async function runFloats(
	session: OnnxSession,
	feeds: Readonly<Record<string, unknown>>,
	names: readonly string[],
): Promise<Floats[]> {
	const outputs = await session.run(feeds);
	return names.map((name) => {
		const tensor = outputs[name];
		if (isFloats(tensor)) return tensor;
		throw new MillraceError(
			'usage',
			`${name}: expected 32-bit floats from the model, found ${typeOf(tensor)}; use a dtype whose results are 32-bit floats: fp32, q8 or q4.`,
		);
	});
}

/** Makes tensors of the library's own runtime. */
export function tensorMaker({Tensor}: TransformersLibrary): TensorMaker {
	const int64 = (values: BigInt64Array, dims: readonly number[]): unknown =>
		new Tensor('int64', values, [...dims]).ort_tensor;
	return {
		ids: (values, dims) => int64(BigInt64Array.from(values, BigInt), dims),
		ones: (dims) =>
			int64(new BigInt64Array(dims.reduce((product, size) => product * size, 1)).fill(1n), dims),
		flag: (value) => new Tensor('bool', [value], [1]).ort_tensor,
		floats(values, dims) {
			const tensor: unknown = new Tensor('float32', values, [...dims]).ort_tensor;
			if (isFloats(tensor)) return tensor;
			throw new TypeError('transformers.js made no tensor of 32-bit floats.');
		},
	};
}

function isSession(value: unknown): value is OnnxSession {
	return (
		typeof value === 'object' &&
		value !== null &&
		'run' in value &&
		'inputNames' in value &&
		'outputNames' in value &&
		'inputMetadata' in value
	);
}

function isFloats(value: unknown): value is Floats {
	return typeof value === 'object' && value !== null && 'data' in value && value.data instanceof Float32Array;
}

function typeOf(value: unknown): string {
	return typeof value === 'object' && value !== null && 'type' in value ? String(value.type) : 'nothing';
}
