import {validity, type BytesCells, type Cells, type FixedCells} from './cells.ts';

/** The cells at the given indices, in their order. */
export function takeCells(cells: Cells, indices: Int32Array): Cells {
	const common = {length: indices.length, ...validity(cells.valid && takeFlags(cells.valid, indices))};
	switch (cells.kind) {
		case 'bytes':
			return {kind: 'bytes', ...common, ...takeBytes(cells, indices)};
		case 'fixed':
			return {kind: 'fixed', ...common, width: cells.width, bytes: takeFixed(cells, indices)};
		case 'list': {
			const {offsets, items} = spread(cells.offsets, indices);
			return {kind: 'list', ...common, offsets, child: takeCells(cells.child, items)};
		}
		case 'struct':
			return {kind: 'struct', ...common, children: cells.children.map((child) => takeCells(child, indices))};
	}
}

/** The cells from `start` to `end`; bytes are shared with what was given. */
export function sliceCells(cells: Cells, start: number, end: number): Cells {
	const common = {length: end - start, ...validity(cells.valid?.subarray(start, end))};
	switch (cells.kind) {
		case 'fixed':
			return {
				kind: 'fixed',
				...common,
				width: cells.width,
				bytes: cells.bytes.subarray(start * cells.width, end * cells.width),
			};
		case 'struct':
			return {
				kind: 'struct',
				...common,
				children: cells.children.map((child) => sliceCells(child, start, end)),
			};
		default: {
			const first = cells.offsets[start] ?? 0;
			const last = cells.offsets[end] ?? 0;
			const offsets = cells.offsets.subarray(start, end + 1).map((offset) => offset - first);
			if (cells.kind === 'list')
				return {kind: 'list', ...common, offsets, child: sliceCells(cells.child, first, last)};
			return {kind: 'bytes', ...common, offsets, bytes: cells.bytes.subarray(first, last)};
		}
	}
}

function takeFlags(flags: Uint8Array, indices: Int32Array): Uint8Array {
	const out = new Uint8Array(indices.length);
	for (let row = 0; row < indices.length; row++) out[row] = flags[indices[row] ?? -1] ?? 0;
	return out;
}

function takeBytes(
	{bytes, offsets}: BytesCells,
	indices: Int32Array,
): {bytes: Uint8Array; offsets: Int32Array} {
	const ends = new Int32Array(indices.length + 1);
	let end = 0;
	for (let row = 0; row < indices.length; row++) {
		const from = indices[row] ?? -1;
		end += (offsets[from + 1] ?? 0) - (offsets[from] ?? 0);
		ends[row + 1] = end;
	}
	if (end > 0x7fffffff)
		throw new RangeError(
			`taken rows: expected at most 2 GiB in a column, found ${end} bytes; take fewer rows.`,
		);
	const out = new Uint8Array(end);
	// Runs of neighbours move as one copy: most gathers keep nearly all rows.
	for (let row = 0; row < indices.length;) {
		const first = indices[row] ?? -1;
		let run = 1;
		while (row + run < indices.length && indices[row + run] === first + run) run++;
		out.set(bytes.subarray(offsets[first], offsets[first + run]), ends[row]);
		row += run;
	}
	return {bytes: out, offsets: ends};
}

function takeFixed({bytes, width}: FixedCells, indices: Int32Array): Uint8Array {
	if (width === 1) return takeFlags(bytes, indices);
	const words = width / 4;
	const from = new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.length / 4);
	const to = new Uint32Array(indices.length * words);
	for (let row = 0; row < indices.length; row++) {
		const index = (indices[row] ?? 0) * words;
		to[row * words] = from[index] ?? 0;
		if (words === 2) to[row * 2 + 1] = from[index + 1] ?? 0;
	}
	return new Uint8Array(to.buffer);
}

function spread(offsets: Int32Array, indices: Int32Array): {offsets: Int32Array; items: Int32Array} {
	const ends = new Int32Array(indices.length + 1);
	let end = 0;
	for (let row = 0; row < indices.length; row++) {
		const from = indices[row] ?? -1;
		end += (offsets[from + 1] ?? 0) - (offsets[from] ?? 0);
		ends[row + 1] = end;
	}
	const items = new Int32Array(end);
	let item = 0;
	for (const from of indices) {
		for (let index = offsets[from] ?? 0; index < (offsets[from + 1] ?? 0); index++) items[item++] = index;
	}
	return {offsets: ends, items};
}
