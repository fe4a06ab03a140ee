import type {BytesCells, Cells, FixedCells, ListCells} from '../arrow/cells.ts';
import type {ColumnType} from '@millrace/core';

/** The values of one Parquet leaf as levels (Melnik et al., Dremel, VLDB 2010) and the cells that hold them. */
export interface Shredded {
	readonly count: number;
	/** Absent where no level is needed: every entry is the cell of its own index. */
	readonly levels?: Levels;
	readonly cells: BytesCells | FixedCells;
}

export interface Levels {
	readonly repetition: Uint8Array;
	readonly definition: Uint8Array;
	/** The cell of each entry; -1 where there is none. */
	readonly slots: Int32Array;
}

/** The leaves of a column, in Parquet's order. */
export function shred(type: ColumnType, cells: Cells): readonly Shredded[] {
	if (cells.kind !== 'list' && cells.kind !== 'struct' && !type.nullable)
		return [{count: cells.length, cells}];
	const slots = Int32Array.from({length: cells.length}, (_, row) => row);
	return descend(
		type,
		cells,
		{repetition: new Uint8Array(cells.length), definition: new Uint8Array(cells.length), slots},
		0,
	);
}

function descend(type: ColumnType, cells: Cells, from: Levels, repetition: number): readonly Shredded[] {
	const levels = type.nullable ? markPresent(from, cells.valid) : from;
	if (type.kind === 'list' && cells.kind === 'list')
		return descend(type.of, cells.child, repeat(levels, cells, repetition + 1), repetition + 1);
	if (type.kind === 'struct' && cells.kind === 'struct') {
		return Object.values(type.fields).flatMap((field, index) => {
			const child = cells.children[index];
			return child ? descend(field, child, levels, repetition) : [];
		});
	}
	if (cells.kind === 'list' || cells.kind === 'struct')
		throw new TypeError(`shred: the cells of a ${cells.kind} are not those of ${type.kind}.`);
	return [{count: levels.slots.length, levels, cells}];
}

function markPresent({repetition, definition, slots}: Levels, valid: Uint8Array | undefined): Levels {
	const defined = definition.slice();
	const kept = slots.slice();
	for (let entry = 0; entry < kept.length; entry++) {
		const slot = kept[entry] ?? -1;
		if (slot < 0) continue;
		if (valid?.[slot] === 0) kept[entry] = -1;
		else defined[entry] = (defined[entry] ?? 0) + 1;
	}
	return {repetition, definition: defined, slots: kept};
}

function repeat({repetition, definition, slots}: Levels, {offsets}: ListCells, level: number): Levels {
	let count = 0;
	for (const slot of slots)
		count += slot < 0 ? 1 : Math.max(1, (offsets[slot + 1] ?? 0) - (offsets[slot] ?? 0));
	const out = {
		repetition: new Uint8Array(count),
		definition: new Uint8Array(count),
		slots: new Int32Array(count).fill(-1),
	};
	let end = 0;
	for (let entry = 0; entry < slots.length; entry++) {
		const slot = slots[entry] ?? -1;
		const [first, last] = slot < 0 ? [0, 0] : [offsets[slot] ?? 0, offsets[slot + 1] ?? 0];
		out.repetition[end] = repetition[entry] ?? 0;
		out.definition[end] = (definition[entry] ?? 0) + (last > first ? 1 : 0);
		if (last === first) end++;
		for (let item = first; item < last; item++, end++) {
			if (item > first) {
				out.repetition[end] = level;
				out.definition[end] = (definition[entry] ?? 0) + 1;
			}
			out.slots[end] = item;
		}
	}
	return out;
}
