/** Rows of (column, value) pairs: row i is the pairs from `starts[i]` to `starts[i + 1]`, columns ascending. */
export interface SparseRows {
	readonly starts: Float64Array;
	readonly columns: Int32Array;
	readonly values: Float32Array;
}

/** Gathers rows in typed arrays that double when they are full. */
export function sparseRowsBuilder(): SparseRowsBuilder {
	let columns = new Int32Array(1 << 16);
	let values = new Float32Array(1 << 16);
	let used = 0;
	const starts = [0];
	return {
		add(column, value) {
			if (used === columns.length) {
				columns = doubled(columns, new Int32Array(used * 2));
				values = doubled(values, new Float32Array(used * 2));
			}
			columns[used] = column;
			values[used++] = value;
		},
		endRow() {
			starts.push(used);
		},
		rows: () => ({
			starts: Float64Array.from(starts),
			columns: columns.slice(0, used),
			values: values.slice(0, used),
		}),
	};
}

export interface SparseRowsBuilder {
	readonly add: (column: number, value: number) => void;
	readonly endRow: () => void;
	readonly rows: () => SparseRows;
}

function doubled<T extends Int32Array | Float32Array>(from: T, to: T): T {
	to.set(from);
	return to;
}
