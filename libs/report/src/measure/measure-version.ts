import type {Store} from '@millrace/core';
import type {Manifest} from '@millrace/engine';
import type {Report} from '../report.ts';
import type {Roles} from '../settings/report-settings.ts';
import {measureAugmentation} from '../augmentation/measure-augmentation.ts';
import {countedColumns} from './column-counts.ts';
import {measureDeparted} from './measure-departed.ts';
import type {Probe} from './measure-probe.ts';
import {textPass} from './text-pass.ts';
import {valuePass} from './value-pass.ts';
import {splitTables, trainingSplit, type SplitTable} from './version-tables.ts';

/** The figures of one version, without what compares or judges them. */
export type Measured = Pick<
	Report,
	| 'roles'
	| 'sources'
	| 'splits'
	| 'columns'
	| 'funnel'
	| 'quarantine'
	| 'text'
	| 'tokens'
	| 'languages'
	| 'labels'
	| 'groups'
	| 'duplicates'
	| 'overlap'
	| 'samples'
	| 'augmentation'
> & {readonly probe: Probe | null};

/** Measures a version in one pass over its shards, and another over those that are held out; memory stays bounded. */
export async function measureVersion(
	store: Store,
	manifest: Manifest,
	roles: Roles,
	signal?: AbortSignal,
): Promise<Measured> {
	const training = trainingSplit(manifest);
	const splits = Object.keys(manifest.rows).sort();
	const heldOut = splits.filter((split) => split !== training);
	const values = valuePass(manifest, roles, splits);
	const texts =
		roles.text === undefined ? null : textPass({text: roles.text, label: roles.label}, splits, training);
	const rowColumns = ['row_id', 'row_source'];
	const wanted = new Set([...rowColumns, ...countedColumns(manifest.columns), ...Object.values(roles)]);
	// What held-out rows share with the training split can only be looked for once they are known.
	const order = [...heldOut, ...splits.filter((split) => split === training)];
	const judged = new Set([...rowColumns, ...(roles.text === undefined ? [] : [roles.text])]);
	const held = heldTables(judged);
	for await (const table of splitTables(store, manifest, order, wanted, signal)) {
		values.add(table);
		texts?.add(table);
		if (texts && table.split !== training) held.add(table);
	}
	const again = held.tables() ?? splitTables(store, manifest, heldOut, judged, signal);
	if (texts) for await (const table of again) texts.judge(table);
	const {labels, ...figures} = values.figures();
	return {
		roles,
		sources: {files: manifest.sources.files, records: manifest.sources.records},
		splits: splits
			.map((split) => splitFigures(manifest, split))
			.sort((a, b) => b.rows - a.rows || (a.split < b.split ? -1 : 1)),
		labels,
		...figures,
		...(texts?.figures() ?? {text: null, duplicates: null, overlap: null, samples: []}),
		...(await measureDeparted(store, manifest, roles.text, signal)),
		augmentation: await measureAugmentation(store, manifest, roles, signal),
		probe: (await texts?.probe(labels, signal)) ?? null,
	};
}

/** Bytes of held-out columns that are kept, so that their shards need not be read again. */
const mostHeld = 32 << 20;

/** Keeps some columns of tables while there is room. */
function heldTables(columns: ReadonlySet<string>) {
	const tables: SplitTable[] = [];
	let bytes = 0;
	return {
		add({vectors, ...table}: SplitTable): void {
			const kept = new Map([...vectors].filter(([name]) => columns.has(name)));
			for (const {utf8} of kept.values()) bytes += utf8?.bytes.length ?? mostHeld;
			if (bytes > mostHeld) tables.length = 0;
			else tables.push({...table, vectors: kept});
		},
		/** The tables, or undefined where they had no room. */
		tables: (): readonly SplitTable[] | undefined => (bytes > mostHeld ? undefined : tables),
	};
}

function splitFigures({rows, files}: Manifest, split: string): Report['splits'][number] {
	const shards = files.filter((file) => file.split === split);
	const bytes = shards.reduce((sum, file) => sum + file.bytes, 0);
	return {split, rows: rows[split] ?? 0, shards: shards.length, bytes};
}
