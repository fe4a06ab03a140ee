import type {AnyRow, CutPiece, Reader, ReadQuarantine, SourceFile} from '@millrace/core';

/** All that a reader gives of one source. */
export interface SourceRead {
	readonly pieces: readonly CutPiece[];
	readonly rows: readonly AnyRow[];
	/** Record numbers count from the beginning of the source. */
	readonly quarantines: readonly ReadQuarantine[];
	readonly records: number;
}

/** Cuts a source and reads every piece, from what was spooled unless told otherwise. */
export async function readSource(
	reader: Reader<unknown>,
	source: SourceFile,
	{spool = true} = {},
): Promise<SourceRead> {
	const pieces: CutPiece[] = [];
	for await (const piece of reader.cut(source)) pieces.push(piece);
	const rows: AnyRow[] = [];
	const quarantines: ReadQuarantine[] = [];
	let records = 0;
	for (const piece of pieces) {
		const batch = await reader.read(source.path, piece, spool ? piece.spool : undefined);
		for (let row = 0; row < batch.length; row++)
			rows.push(Object.fromEntries([...batch.vectors].map(([name, {values}]) => [name, values[row]])));
		quarantines.push(...batch.quarantines.map((one) => ({...one, record: one.record + records})));
		records += piece.records;
	}
	return {pieces, rows, quarantines, records};
}

/** The sources that a reader lists. */
export async function sourcesOf(reader: Reader<unknown>): Promise<readonly SourceFile[]> {
	const sources: SourceFile[] = [];
	for await (const source of reader.list()) sources.push(source);
	return sources;
}

/** A source that was not listed. */
export const asSource = (path: string): SourceFile => ({path, bytes: 0, stamp: '', changed: 0});
