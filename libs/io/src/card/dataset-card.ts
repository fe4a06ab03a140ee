import type {Card, Schema} from '@millrace/core';
import {stringify} from 'yaml';
import {cardText} from './card-text.ts';
import {hubFeatures, type FileFormat} from './hub-features.ts';

/** What a dataset card is made of. */
export interface CardParts extends Card {
	/** The dataset's name. */
	readonly name: string;
	readonly splits: readonly CardSplit[];
	readonly schema: Schema;
}

/** A split as it lies in the folder. */
export interface CardSplit {
	readonly name: string;
	/** The glob of its files, such as `train-*.parquet`. */
	readonly files: string;
	readonly rows: number;
	readonly bytes: number;
}

/**
 * A dataset card, README.md: front matter by which Hugging Face's `load_dataset(folder)` finds the files of each split
 * and no others, then what a person asks. A split's name there has `_` for what such names cannot hold.
 */
export function datasetCard(parts: CardParts): string {
	const {name, title = name, licence, languages, splits, schema} = parts;
	const rows = splits.reduce((sum, split) => sum + split.rows, 0);
	const features = hubFeatures(schema, formatOf(splits));
	const front = {
		pretty_name: title,
		...(licence === undefined ? {} : {license: licence}),
		...(languages === undefined ? {} : {language: languages}),
		size_categories: [sizeCategory(rows)],
		configs: [
			{
				config_name: 'default',
				data_files: splits.map((split) => ({split: hubName(split.name), path: split.files})),
			},
		],
		dataset_info: {
			config_name: 'default',
			...(features ? {features} : {}),
			splits: splits.map((split) => ({
				name: hubName(split.name),
				num_bytes: split.bytes,
				num_examples: split.rows,
			})),
		},
	};
	return `---\n${stringify(front, {lineWidth: 0})}---\n\n${cardText(parts, formatOf(splits))}`;
}

const hubName = (split: string): string => split.replace(/\W+/g, '_');

function formatOf(splits: readonly CardSplit[]): FileFormat {
	const files = splits[0]?.files ?? '';
	return files.endsWith('.parquet') ? 'parquet' : files.endsWith('.arrow') ? 'arrow' : 'jsonl';
}

const thousands = ['K', 'M', 'B', 'T'];

/** The Hub's names for sizes: `n<1K`, `1K<n<10K` up to `n>1T`. */
function sizeCategory(rows: number): string {
	if (rows < 1000) return 'n<1K';
	const power = Math.floor(Math.log10(rows));
	return power >= 12 ? 'n>1T' : `${inWords(power)}<n<${inWords(power + 1)}`;
}

const inWords = (power: number): string =>
	`${10 ** (power % 3)}${thousands[Math.floor(power / 3) - 1] ?? ''}`;
