import {fileURLToPath} from 'node:url';
import {
	list,
	MillraceError,
	nullable,
	random,
	stageKey,
	struct,
	utf8,
	type ColumnType,
	type RunShard,
} from '@millrace/core';
import {fileSha256} from '../base/base-folder.ts';
import {shardRows} from '../shards/read-shard-rows.ts';
import {isVariant, variantColumn, variantType} from '../variants/variant-column.ts';
import type {ProbeRecipe} from './probe-recipe.ts';

/** A text, and its label where the recipe has labels. */
export interface ProbeRow {
	readonly text: string;
	readonly label: string;
}

export interface ProbeRows {
	readonly rows: readonly ProbeRow[];
	/** Whether the split went on after the last of them. */
	readonly more: boolean;
}

/** Characters of a split that a probe takes into memory. */
const mostCharacters = 1 << 27;

/** Checks the shards of a split against their checksums and reads their rows; those without text or label are left out, and variants where only `originals` are wanted. */
export async function probeRows(
	shards: readonly RunShard[],
	{columns, objective}: ProbeRecipe,
	originals: boolean,
): Promise<ProbeRows> {
	const rows: ProbeRow[] = [];
	let held = 0;
	const types = typesOf(columns);
	if (originals) types.set(variantColumn, variantType);
	for (const {url, sha256} of shards) {
		const path = fileURLToPath(url);
		const found = await fileSha256(path).catch((cause: unknown) => {
			throw new MillraceError('missing', `${path}: expected a shard, found none; refresh the dataset.`, {
				cause,
			});
		});
		if (found !== sha256)
			throw new MillraceError(
				'corrupt',
				`${path}: expected a shard with SHA-256 ${sha256}, found ${found}; refresh the dataset, or plan the run again.`,
			);
		for await (const row of shardRows(url, types)) {
			if (originals && isVariant(row)) continue;
			const text = textOf(row[columns.text ?? columns.messages ?? '']);
			const label = row[columns.label ?? ''];
			if (text === '' || (objective === 'classification' && (typeof label !== 'string' || label === '')))
				continue;
			if ((held += text.length) > mostCharacters) return {rows, more: true};
			rows.push({text, label: typeof label === 'string' ? label : ''});
		}
	}
	return {rows, more: false};
}

/** The rows in an order that the seed decides. */
export function shuffled<T>(rows: readonly T[], seed: number): readonly T[] {
	const {int} = random(stageKey(seed, 'probe runner order'));
	const order = [...rows];
	for (let at = order.length - 1; at > 0; at--) {
		const other = int(at + 1);
		const [a, b] = [order[at], order[other]];
		if (a !== undefined && b !== undefined) [order[at], order[other]] = [b, a];
	}
	return order;
}

function typesOf({text, messages, label}: ProbeRecipe['columns']): Map<string, ColumnType> {
	const types = new Map<string, ColumnType>();
	if (text !== undefined) types.set(text, nullable(utf8).type);
	if (messages !== undefined)
		types.set(messages, nullable(list(struct({role: utf8, content: nullable(utf8)}))).type);
	if (label !== undefined) types.set(label, nullable(utf8).type);
	return types;
}

/** A text as it is; of a chat what was said, turn by turn. */
function textOf(value: unknown): string {
	if (typeof value === 'string') return value;
	if (!Array.isArray(value)) return '';
	return value
		.flatMap((turn: unknown) =>
			typeof turn === 'object' && turn !== null && 'content' in turn && typeof turn.content === 'string'
				? [turn.content]
				: [],
		)
		.join('\n');
}
