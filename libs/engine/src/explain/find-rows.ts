import {utf8, type AnyRow, type Schema, type Store} from '@millrace/core';
import {readShard} from '../inspect/read-shard.ts';
import type {Manifest, ManifestFile} from '../publish/manifest.ts';
import {departedSchema} from '../work/departed.ts';

/** A row of a version, whatever became of it. */
export interface FoundRow {
	readonly id: string;
	/** The path of the source that it was read from. */
	readonly source: string;
	readonly fate: Fate;
	/** Its columns as they are kept; of a row that left, those that it had then, 64-bit numbers and bytes as text. */
	readonly values: AnyRow;
}

export type Fate =
	| {readonly kind: 'kept'; readonly split: string}
	| {
			readonly kind: 'dropped';
			readonly stage: string;
			readonly reason: string;
			readonly score?: number;
			readonly because?: string;
	  }
	| {readonly kind: 'quarantined'; readonly stage: string; readonly error: string};

/** Finds the rows of a version whose id is wanted: published ones, then those that were dropped or quarantined. */
export async function* rowsById(
	store: Store,
	manifest: Manifest,
	wanted: (id: string) => boolean,
): AsyncGenerator<FoundRow> {
	for (const part of partsOf(manifest)) {
		const places = new Set<number>();
		let at = 0;
		for await (const {length, vectors} of readShard(store, part.file, new Map([['row_id', utf8.type]]))) {
			const ids = vectors.get('row_id')?.values ?? [];
			for (let row = 0; row < length; row++) if (wanted(String(ids[row]))) places.add(at + row);
			at += length;
		}
		// Most shards hold none of the rows, and ids are a small part of what is to be read.
		if (places.size > 0)
			for await (const [row, found] of rowsOfPart(store, part)) if (places.has(row)) yield found;
	}
}

/** Finds the rows of a version that hold a text in one of their columns, in the same order. */
export async function* rowsByText(store: Store, manifest: Manifest, text: string): AsyncGenerator<FoundRow> {
	for (const part of partsOf(manifest))
		for await (const [, found] of rowsOfPart(store, part)) if (holds(found.values, text)) yield found;
}

/** All rows of a version, in the same order; of published ones only some columns are read. */
export async function* allRows(
	store: Store,
	manifest: Manifest,
	columns: ReadonlySet<string>,
): AsyncGenerator<FoundRow> {
	for (const part of partsOf(manifest)) {
		const wanted = [...part.schema].filter(
			([name]) => part.stream !== 'kept' || columns.has(name) || name === 'row_id' || name === 'row_source',
		);
		for await (const [, found] of rowsOfPart(store, {...part, schema: new Map(wanted)})) yield found;
	}
}

interface Part {
	readonly stream: 'kept' | 'dropped' | 'quarantined';
	readonly file: ManifestFile;
	readonly schema: Schema;
}

function partsOf({files, columns}: Manifest): readonly Part[] {
	const published = files.filter((file) => file.split !== undefined);
	const left = (stream: 'dropped' | 'quarantined'): readonly Part[] =>
		files
			.filter(({path}) => path.startsWith(`${stream}/`))
			.map((file) => ({stream, file, schema: departedSchema}));
	return [
		...published.map((file): Part => ({stream: 'kept', file, schema: new Map(columns)})),
		...left('dropped'),
		...left('quarantined'),
	];
}

async function* rowsOfPart(
	store: Store,
	part: Part,
): AsyncGenerator<readonly [place: number, row: FoundRow]> {
	let place = 0;
	for await (const {length, vectors} of readShard(store, part.file, part.schema)) {
		const columns = [...vectors].map(([name, {values}]) => [name, values] as const);
		for (let row = 0; row < length; row++)
			yield [
				place++,
				foundRow(part, Object.fromEntries(columns.map(([name, values]) => [name, values[row]]))),
			];
	}
}

function foundRow({stream, file}: Part, row: AnyRow): FoundRow {
	const {row_id: id, row_source: source, ...values} = row;
	const common = {id: String(id), source: String(source)};
	if (stream === 'kept') return {...common, fate: {kind: 'kept', split: file.split ?? ''}, values};
	const {stage, reason, score, because, row: json} = values;
	const held: unknown = JSON.parse(String(json));
	return {
		...common,
		fate:
			stream === 'quarantined'
				? {kind: 'quarantined', stage: String(stage), error: String(reason)}
				: {
						kind: 'dropped',
						stage: String(stage),
						reason: String(reason),
						...(typeof score === 'number' ? {score} : {}),
						...(typeof because === 'string' ? {because} : {}),
					},
		values: isRow(held) ? held : {},
	};
}

function holds(value: unknown, text: string): boolean {
	if (typeof value === 'string') return value.includes(text);
	if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return false;
	return Object.values(value).some((item) => holds(item, text));
}

const isRow = (value: unknown): value is AnyRow =>
	typeof value === 'object' && value !== null && !Array.isArray(value);
