import type {Vector} from '@millrace/core';
import type {Manifest} from '@millrace/engine';
import {categoryCounter} from '../figures/categories.ts';
import {sampledTable} from '../figures/sampled-table.ts';
import type {Report} from '../report.ts';
import type {Roles} from '../settings/report-settings.ts';
import {columnCounts} from './column-counts.ts';
import {bitOf} from './duplicates.ts';
import {lengths, names} from './row-values.ts';
import {splitLengths} from './split-lengths.ts';
import {nameHashes} from './text-hashes.ts';
import type {SplitTable} from './version-tables.ts';

/** What is measured of all columns but the text. */
export interface ValuePass {
	add(table: SplitTable): void;
	figures(): Pick<Report, 'columns' | 'tokens' | 'languages' | 'labels' | 'groups'>;
}

/** Makes an empty pass over the columns of a version. */
export function valuePass(
	{columns}: Pick<Manifest, 'columns'>,
	roles: Roles,
	splits: readonly string[],
): ValuePass {
	const [counts, tokens, groups] = [columnCounts(columns), splitLengths(), sampledTable()];
	const [languages, labels] = [categoryCounter(), categoryCounter()];
	return {
		add(table) {
			const {split, length, vectors} = table;
			counts.add(table);
			const each = <T>(
				role: keyof Roles,
				of: (vector: Vector) => (row: number) => T,
				add: (value: T) => void,
			): void => {
				const vector = vectors.get(roles[role] ?? '');
				if (!vector) return;
				const value = of(vector);
				for (let row = 0; row < length; row++) add(value(row));
			};
			each('tokens', lengths, (own) => {
				tokens.add(split, own);
			});
			each('language', names, (own) => {
				languages.add(own, split);
			});
			each('label', names, (own) => {
				labels.add(own, split);
			});
			const bit = bitOf(splits.indexOf(split));
			each('group', nameHashes, (hash) => {
				if (hash) groups.add(hash[0], hash[1], bit);
			});
		},
		figures: () => ({
			columns: counts.figures(),
			tokens: tokens.figures(),
			languages: roles.language === undefined ? null : languages.categories(),
			labels: roles.label === undefined ? null : labels.categories(),
			groups: roles.group === undefined ? null : straddling(groups),
		}),
	};
}

function straddling(groups: ReturnType<typeof sampledTable>): Report['groups'] {
	let found = 0;
	groups.each((_, marks) => {
		if ((marks & (marks - 1)) !== 0) found++;
	});
	const {scale, size} = groups;
	return {scale, groups: size * scale, straddling: found * scale};
}
