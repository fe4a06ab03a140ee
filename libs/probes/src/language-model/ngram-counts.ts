/** The n-grams of one length above 1: each is its prefix, an n-gram of the length before, and its last unit. */
export interface NgramCounts {
	readonly size: () => number;
	/** The id of an n-gram, or -1; ids count up from 0 in order of first sight. */
	readonly find: (prefix: number, unit: number) => number;
	/** Adds an n-gram that is not there, and returns its id. */
	readonly add: (prefix: number, unit: number) => number;
	/** Counts one occurrence. */
	readonly count: (id: number) => void;
	/** Counts one distinct unit to the left. */
	readonly extend: (id: number) => void;
	readonly columns: () => NgramColumns;
}

export interface NgramColumns {
	readonly prefixes: Int32Array;
	readonly units: Int32Array;
	readonly counts: Int32Array;
	/** Distinct units to the left. */
	readonly extensions: Int32Array;
}

/** Exact counts in open-addressed typed arrays, 16 bytes an n-gram and 8 for its slots, doubled when full. */
export function ngramCounts(): NgramCounts {
	let capacity = 1 << 12;
	let prefixes = new Int32Array(capacity);
	let units = new Int32Array(capacity);
	let counts = new Int32Array(capacity);
	let extensions = new Int32Array(capacity);
	let slots = new Int32Array(capacity * 2);
	let mask = slots.length - 1;
	let size = 0;

	const place = (prefix: number, unit: number): number => {
		let slot = mix(prefix, unit) & mask;
		for (;;) {
			const id = (slots[slot] ?? 0) - 1;
			if (id < 0 || (prefixes[id] === prefix && units[id] === unit)) return slot;
			slot = (slot + 1) & mask;
		}
	};
	const grow = (): void => {
		capacity *= 2;
		prefixes = grown(prefixes, capacity);
		units = grown(units, capacity);
		counts = grown(counts, capacity);
		extensions = grown(extensions, capacity);
		slots = new Int32Array(capacity * 2);
		mask = slots.length - 1;
		for (let id = 0; id < size; id++) slots[place(prefixes[id] ?? 0, units[id] ?? 0)] = id + 1;
	};
	return {
		size: () => size,
		find: (prefix, unit) => (slots[place(prefix, unit)] ?? 0) - 1,
		add(prefix, unit) {
			if (size === capacity) grow();
			const id = size++;
			slots[place(prefix, unit)] = id + 1;
			prefixes[id] = prefix;
			units[id] = unit;
			return id;
		},
		count(id) {
			counts[id] = (counts[id] ?? 0) + 1;
		},
		extend(id) {
			extensions[id] = (extensions[id] ?? 0) + 1;
		},
		columns: () => ({
			prefixes: prefixes.subarray(0, size),
			units: units.subarray(0, size),
			counts: counts.subarray(0, size),
			extensions: extensions.subarray(0, size),
		}),
	};
}

function grown(from: Int32Array, length: number): Int32Array<ArrayBuffer> {
	const to = new Int32Array(length);
	to.set(from);
	return to;
}

/** Two rounds of the 32-bit finaliser of MurmurHash3 (Appleby, public domain algorithm). */
function mix(prefix: number, unit: number): number {
	let x = Math.imul(prefix ^ 0x9e3779b9, 0x85ebca6b);
	x = Math.imul(x ^ (x >>> 15) ^ unit, 0xc2b2ae35);
	x = Math.imul(x ^ (x >>> 13), 0x27d4eb2f);
	return x ^ (x >>> 16);
}
