import type {Schema, Table} from '@millrace/core';
import {columnCells} from '../arrow/table.ts';
import {parquetFooter} from './parquet-footer.ts';
import {parquetJs} from './parquet-js.ts';
import type {Leaf} from './parquet-leaves.ts';
import {parquetPages, type Page} from './parquet-pages.ts';
import {sameAt, type SameAt} from './same-value.ts';
import {shred, type Levels, type Shredded} from './shred.ts';
import {unequal, verifying} from './unequal.ts';

/**
 * Reads a Parquet shard with parquetjs and compares every level and every value with the rows, a page of each column
 * at a time. Zstandard is Node's own.
 */
export async function verifyParquet(
	bytes: Uint8Array,
	schema: Schema,
	tables: AsyncIterable<Table>,
): Promise<void> {
	await verifying('Parquet', async () => {
		const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
		const lib = await parquetJs();
		const {rows, leaves} = await parquetFooter(lib, file, schema);
		const columns = leaves.map((column) => columnCheck(column.leaf, parquetPages(lib, file, column)));
		let seen = 0;
		for await (const table of tables) {
			const parts = [...schema].flatMap(([name, type]) => shred(type, columnCells(table, name, type)));
			for (const [index, column] of columns.entries()) {
				const part = parts[index];
				if (part) await column.compare(part);
			}
			seen += table.length;
		}
		for (const column of columns) await column.end();
		if (seen !== rows) throw unequal('Parquet', `it has ${rows} rows, expected ${seen}`);
	});
}

interface ColumnCheck {
	/** Compares the next entries of the column. */
	compare(expected: Shredded): Promise<void>;
	/** Throws where the file has more. */
	end(): Promise<void>;
}

function columnCheck(leaf: Leaf, pages: AsyncGenerator<Page>): ColumnCheck {
	const name = leaf.path.join('.');
	let page: Page | undefined;
	let [entry, value, checked] = [0, 0, 0];
	const load = async (): Promise<boolean> => {
		if (page && entry < page.count) return true;
		const next = await pages.next();
		[entry, value] = [0, 0];
		page = next.done === true ? undefined : next.value;
		return page !== undefined;
	};
	const compareRun = (from: Page, {levels}: Shredded, start: number, length: number, same: SameAt): void => {
		for (let index = 0; index < length; index++) {
			const at = start + index;
			if (levels && !sameLevels(from, entry + index, levels, at))
				throw unequal(
					'Parquet',
					`column ${name} differs at its entry ${checked + index}: a null or a list is another`,
				);
			const slot = levels ? (levels.slots[at] ?? -1) : at;
			if (slot < 0) continue;
			if (!same(from.values[value++], slot))
				throw unequal('Parquet', `column ${name} differs at its entry ${checked + index}`);
		}
	};
	return {
		async compare(expected) {
			const same = sameAt(leaf.kind, expected.cells);
			for (let start = 0; start < expected.count;) {
				if (!(await load()) || !page)
					throw unequal('Parquet', `column ${name} ends after ${checked} entries, expected more`);
				const length = Math.min(expected.count - start, page.count - entry);
				compareRun(page, expected, start, length, same);
				start += length;
				entry += length;
				checked += length;
			}
		},
		async end() {
			if (await load())
				throw unequal('Parquet', `column ${name} goes on after ${checked} entries, expected its end`);
		},
	};
}

function sameLevels({repetition, definition}: Page, entry: number, levels: Levels, at: number): boolean {
	return definition[entry] === levels.definition[at] && repetition[entry] === levels.repetition[at];
}
