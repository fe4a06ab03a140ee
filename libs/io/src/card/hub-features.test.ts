import test from 'ava';
import type {ColumnType, Schema} from '@millrace/core';
import {hubFeatures} from './hub-features.ts';

type Scalar = Exclude<ColumnType['kind'], 'list' | 'struct'>;

const schema = (...kinds: readonly Scalar[]): Schema => new Map(kinds.map((kind) => [kind, {kind}]));

test('plain columns are declared as the Hub names them', (t) => {
	t.deepEqual(hubFeatures(schema('utf8', 'int64', 'timestamp'), 'parquet'), [
		{name: 'utf8', dtype: 'string'},
		{name: 'int64', dtype: 'int64'},
		{name: 'timestamp', dtype: 'timestamp[us, tz=UTC]'},
	]);
});

test('nothing is declared where one column would not read back as what it was', (t) => {
	t.is(hubFeatures(schema('utf8', 'binary'), 'jsonl'), undefined);
	t.is(hubFeatures(schema('timestamp'), 'jsonl'), undefined);
	t.not(hubFeatures(schema('utf8', 'binary'), 'arrow'), undefined);
	t.is(hubFeatures(new Map([['l', {kind: 'list', of: {kind: 'utf8'}}]]), 'parquet'), undefined);
});
