import {MillraceError, nearest, type AnyRow, type Store} from '@millrace/core';
import type {Manifest} from '../publish/manifest.ts';
import {departedSchema} from '../work/departed.ts';
import {readShard} from './read-shard.ts';

/** Which rows of a version to read; at most one of `split`, `dropped` and `quarantined`. */
export interface RowChoice {
	readonly split?: string;
	/** Rows that were dropped, for one reason or, with `true`, for any. */
	readonly dropped?: string | true;
	readonly quarantined?: boolean;
}

/**
 * Reads rows of a published version in order: published ones, or those that were dropped or quarantined, whose columns
 * are `row_id`, `row_source`, `stage`, `reason`, `score`, `because` and `row` (the row as JSON). Throws a MillraceError
 * `usage` on a split or reason that the version does not have, with those that it has.
 */
export async function* versionRows(
	store: Store,
	manifest: Manifest,
	choice: RowChoice = {},
): AsyncGenerator<AnyRow> {
	const {split, dropped, quarantined = false} = choice;
	checkChoice(manifest, choice);
	const stream = quarantined ? 'quarantined/' : dropped === undefined ? undefined : 'dropped/';
	const files = manifest.files.filter((file) =>
		stream === undefined
			? file.split !== undefined && (split ?? file.split) === file.split
			: file.path.startsWith(stream),
	);
	const schema = stream === undefined ? new Map(manifest.columns) : departedSchema;
	for (const file of files) {
		for await (const {length, vectors} of readShard(store, file, schema)) {
			const values = [...vectors].map(([name, vector]) => [name, vector.values] as const);
			for (let row = 0; row < length; row++) {
				const found: AnyRow = Object.fromEntries(values.map(([name, column]) => [name, column[row]]));
				if (typeof dropped !== 'string' || found['reason'] === dropped) yield found;
			}
		}
	}
}

function checkChoice(
	{name, version, rows, accounts}: Manifest,
	{split, dropped, quarantined = false}: RowChoice,
): void {
	const where = `${name} version ${version}`;
	if ([split !== undefined, dropped !== undefined, quarantined].filter(Boolean).length > 1) {
		throw new MillraceError(
			'usage',
			`${where}: expected one of split, dropped and quarantined, found several; rows that left have no split.`,
		);
	}
	const reasons = [...new Set(accounts.flatMap((account) => Object.keys(account.dropped)))].sort();
	if (split !== undefined && !Object.hasOwn(rows, split))
		throw notThere(where, 'split', split, Object.keys(rows));
	if (typeof dropped === 'string' && !reasons.includes(dropped))
		throw notThere(where, 'reason', dropped, reasons);
}

function notThere(where: string, what: string, asked: string, known: readonly string[]): MillraceError {
	const meant = nearest(asked, known);
	const advice =
		known.length === 0
			? 'there is none'
			: meant === undefined
				? `name one of ${known.join(', ')}`
				: `did you mean ${meant} (of ${known.join(', ')})`;
	return new MillraceError(
		'usage',
		`${where}: expected a ${what} of the version, found ${JSON.stringify(asked)}; ${advice}${meant === undefined ? '.' : '?'}`,
	);
}
