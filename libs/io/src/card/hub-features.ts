import type {ColumnType, Schema} from '@millrace/core';

export type FileFormat = 'parquet' | 'arrow' | 'jsonl';

/**
 * Columns as Hugging Face's `datasets` declares them; undefined where that is not safe: its form of lists differs between
 * versions, and what JSON Lines write as text would not read back as what it was. Without them the files speak.
 */
export function hubFeatures(
	schema: Schema,
	format: FileFormat,
): readonly {readonly name: string; readonly dtype: string}[] | undefined {
	const features = [...schema].flatMap(([name, {kind}]) => {
		const dtype =
			format === 'jsonl' && (kind === 'timestamp' || kind === 'binary') ? undefined : dtypes[kind];
		return dtype === undefined ? [] : [{name, dtype}];
	});
	return features.length === schema.size ? features : undefined;
}

const dtypes: Readonly<Partial<Record<ColumnType['kind'], string>>> = {
	utf8: 'string',
	bool: 'bool',
	int32: 'int32',
	int64: 'int64',
	float32: 'float32',
	float64: 'float64',
	binary: 'binary',
	timestamp: 'timestamp[us, tz=UTC]',
};
