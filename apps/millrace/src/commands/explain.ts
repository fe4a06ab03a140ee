import {MillraceError} from '@millrace/core';
import {explainRow, readManifest, rowsById, rowsByText, type FoundRow, type Manifest} from '@millrace/engine';
import {counted, type Output, type Setting, table, UsageError, visible, wrap} from '@millrace/terminal';
import {loadPipeline} from '../cli/load-pipeline.ts';
import {plain, showValue} from '../terminal/show-value.ts';
import {explainLines} from './explain-lines.ts';
import {checkVersion, openPublished, type FoundStore} from './store-folder.ts';

export interface ExplainFlags {
	readonly match?: string;
	readonly all?: boolean;
	readonly full?: boolean;
	readonly set?: readonly Setting[];
	readonly version?: number;
	readonly out?: string;
	readonly json?: boolean;
}

/** Tells of one row of a version, kept or not, what each step made of it; returns the exit code. */
export async function explainCommand(
	named: string,
	id: string | undefined,
	flags: ExplainFlags,
	output: Output,
): Promise<number> {
	const {match, set = [], all = false, full = false, json = false} = flags;
	if ((id === undefined) === (match === undefined))
		throw new UsageError('expected the id of a row or --match <text>, one of both.');
	const asked = id === undefined ? undefined : idPrefix(id);
	if (match?.trim() === '') throw new UsageError('--match: expected a text, found none.');
	const opened = await openPublished(named, flags.out);
	await checkVersion(opened, flags.version);
	const manifest = await readManifest(opened.store, flags.version);
	const found = await (asked === undefined
		? rowsWithText(opened, manifest, match ?? '')
		: rowWithId(opened, manifest, asked));
	const {pipeline, module, given} = await loadPipeline(named, {set});
	const {store} = opened;
	const explanation = await explainRow(pipeline, {store, manifest, row: found.row, module, given, all});
	if (json) {
		await output.lines(JSON.stringify(plain({...explanation, others: found.others.map((row) => row.id)})));
		return 0;
	}
	const {width, paint} = output;
	await output.lines(
		...explainLines(explanation, {width, paint, most: full ? Infinity : mostLines}),
		...othersLines(found, output),
	);
	return 0;
}

const mostLines = 12;

/** The row to explain, and others that were asked for as well. */
interface Found {
	readonly row: FoundRow;
	readonly others: readonly FoundRow[];
	/** Whether there may be more than `others`. */
	readonly more: boolean;
}

/** Rows with a text that are looked for beyond the first. */
const mostOthers = 5;

async function rowsWithText({store, where}: FoundStore, manifest: Manifest, text: string): Promise<Found> {
	const rows: FoundRow[] = [];
	for await (const row of rowsByText(store, manifest, text)) {
		rows.push(row);
		if (rows.length > mostOthers + 1) break;
	}
	const [row, ...others] = rows;
	if (!row)
		throw new MillraceError(
			'missing',
			`${where}: expected a row of version ${manifest.version} with the text ${JSON.stringify(visible(text))}, found none; spaces and capitals count, and stages may have changed it.`,
		);
	return {row, others: others.slice(0, mostOthers), more: others.length > mostOthers};
}

function idPrefix(given: string): string {
	const prefix = given.toLowerCase();
	if (/^[0-9a-f]{8,32}$/.test(prefix)) return prefix;
	throw new UsageError(
		`expected the id of a row, at least its first 8 of 32 hexadecimal digits, found ${JSON.stringify(visible(given))}; look for a text by --match.`,
	);
}

async function rowWithId({store, where}: FoundStore, manifest: Manifest, prefix: string): Promise<Found> {
	const near = nearIds(prefix);
	const rows: FoundRow[] = [];
	for await (const row of rowsById(store, manifest, (id) => near.see(id))) rows.push(row);
	const [row, ...others] = rows;
	const asked = `${where}: expected a row of version ${manifest.version} whose id begins with ${prefix}`;
	if (row && others.length === 0) return {row, others, more: false};
	if (row)
		throw new MillraceError(
			'usage',
			`${asked}, found ${rows.length}: ${rows.map(({id}) => id).join(', ')}; give more digits.`,
		);
	const close = near.closest();
	throw new MillraceError(
		'missing',
		`${asked}, found none${close.length > 0 ? `; near are ${close.join(', ')}` : ''}; millrace show --json has the ids, --match looks for a text.`,
	);
}

/** Remembers which ids share most digits with the one that is looked for. */
function nearIds(prefix: string) {
	const most = 3;
	let nearest: readonly {readonly id: string; readonly digits: number}[] = [];
	return {
		see(id: string): boolean {
			let digits = 0;
			while (digits < prefix.length && id[digits] === prefix[digits]) digits++;
			if (digits > (nearest[most - 1]?.digits ?? 1))
				nearest = [...nearest, {id, digits}].sort((a, b) => b.digits - a.digits).slice(0, most);
			return digits === prefix.length;
		},
		closest: (): readonly string[] => nearest.map(({id}) => id),
	};
}

function othersLines({others, more}: Found, {width, paint}: Output): readonly string[] {
	if (others.length === 0) return [];
	const cells = others.map(({id, fate, source}) => [
		id,
		fate.kind === 'kept' ? 'kept' : `${fate.kind} at ${visible(fate.stage)}`,
		showValue(source),
	]);
	const columns = [{title: 'row', least: 32}, {title: 'what became of it'}, {title: 'source'}];
	return [
		'',
		...wrap(
			`${more ? `${others.length} rows and more` : counted(others.length, 'other row')} with this text; name one by its id:`,
			width,
			3,
		),
		...table(columns, cells, width, paint),
	];
}
