import type {Leaf} from './parquet-leaves.ts';

/**
 * Says what is wrong with the decompressed body of a plain page, or nothing: its runs of levels must end with its last
 * entry and its values must fill it. parquetjs takes a length that points outside for one that ends there, and would
 * follow a damaged run for ever.
 */
export function bodyFault(body: Buffer, count: number, leaf: Leaf): string | undefined {
	let at = 0;
	let present = count;
	for (const level of [leaf.maxRepetition, leaf.maxDefinition]) {
		if (level === 0) continue;
		if (at + 4 > body.length) return 'it ends within its levels';
		const end = at + 4 + body.readUInt32LE(at);
		const highest = countHighest(body, at + 4, end, count, level);
		if (highest === undefined) return 'its levels are damaged';
		[at, present] = [end, highest];
	}
	if (at > body.length || (leaf.maxDefinition === 0 && count > body.length * 8))
		return 'it ends within its values';
	return valuesEnd(body, at, present, leaf) === body.length ? undefined : 'its values do not fill it';
}

/** How many levels of a run-length encoded part are the highest; undefined where it does not hold `count` levels. */
function countHighest(
	body: Buffer,
	start: number,
	end: number,
	count: number,
	level: number,
): number | undefined {
	const width = 32 - Math.clz32(level);
	let at = start;
	let left = count;
	let highest = 0;
	while (left > 0 && at < end && end <= body.length) {
		let run = 0;
		let scale = 1;
		for (let more = true; more && at < end; scale *= 128) {
			const byte = body[at++] ?? 0;
			run += (byte & 127) * scale;
			more = byte >= 128;
		}
		const packed = run % 2 === 1;
		const length = packed ? (run - 1) * 4 : run / 2;
		if (length === 0 || (packed ? length - 7 : length) > left) return undefined;
		const bytes = packed ? (length / 8) * width : 1;
		if (at + bytes > end) return undefined;
		if (packed) highest += countPacked(body, at, Math.min(length, left), width, level);
		else if (body[at] === level) highest += length;
		at += bytes;
		left -= length;
	}
	return at === end && left <= 0 ? highest : undefined;
}

function countPacked(body: Buffer, start: number, count: number, width: number, level: number): number {
	let highest = 0;
	for (let index = 0; index < count; index++) {
		const bit = index * width;
		const pair = (body[start + (bit >> 3)] ?? 0) | ((body[start + (bit >> 3) + 1] ?? 0) << 8);
		if (((pair >> (bit & 7)) & ((1 << width) - 1)) === level) highest++;
	}
	return highest;
}

function valuesEnd(body: Buffer, start: number, count: number, {physical}: Leaf): number {
	switch (physical) {
		case 'BOOLEAN':
			return start + ((count + 7) >> 3);
		case 'INT32':
		case 'FLOAT':
			return start + count * 4;
		case 'INT64':
		case 'DOUBLE':
			return start + count * 8;
		case 'BYTE_ARRAY': {
			let at = start;
			for (let index = 0; index < count; index++) {
				if (at + 4 > body.length) return Infinity;
				at += 4 + body.readUInt32LE(at);
			}
			return at;
		}
	}
}
