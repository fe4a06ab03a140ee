import test from 'ava';
import type {Schema} from '@millrace/core';
import {parse} from 'yaml';
import {datasetCard, type CardParts} from './dataset-card.ts';

const schema: Schema = new Map([
	['text', {kind: 'utf8'}],
	['score', {kind: 'float64', nullable: true}],
	['at', {kind: 'timestamp'}],
]);

const parts: CardParts = {
	name: 'package-docs',
	title: 'Documentation: "of packages"',
	description: 'Clean sections.\n\n- and a list',
	licence: 'apache-2.0',
	languages: ['en', 'no'],
	splits: [
		{name: 'train', files: 'train-*.parquet', rows: 1234, bytes: 5_242_880},
		{name: 'hard-test', files: 'hard-test-*.parquet', rows: 12, bytes: 1000},
	],
	schema,
};

function frontMatter(card: string): unknown {
	const [, yaml = ''] = /^---\n([^]*?)\n---\n/.exec(card) ?? [];
	return parse(yaml);
}

test('the front matter names the files of each split, and nothing else', (t) => {
	t.deepEqual(frontMatter(datasetCard(parts)), {
		pretty_name: 'Documentation: "of packages"',
		license: 'apache-2.0',
		language: ['en', 'no'],
		size_categories: ['1K<n<10K'],
		configs: [
			{
				config_name: 'default',
				data_files: [
					{split: 'train', path: 'train-*.parquet'},
					{split: 'hard_test', path: 'hard-test-*.parquet'},
				],
			},
		],
		dataset_info: {
			config_name: 'default',
			features: [
				{name: 'text', dtype: 'string'},
				{name: 'score', dtype: 'float64'},
				{name: 'at', dtype: 'timestamp[us, tz=UTC]'},
			],
			splits: [
				{name: 'train', num_bytes: 5_242_880, num_examples: 1234},
				{name: 'hard_test', num_bytes: 1000, num_examples: 12},
			],
		},
	});
});

test('features are left out where one of them is not sure to read the same', (t) => {
	const info = (given: Schema, ending: string): unknown => {
		const splits = [{name: 'train', files: `train-*${ending}`, rows: 1, bytes: 1}];
		return frontMatter(datasetCard({name: 'a', schema: given, splits}));
	};
	const noFeatures = {
		size_categories: ['n<1K'],
		dataset_info: {config_name: 'default', splits: [{name: 'train', num_bytes: 1, num_examples: 1}]},
	};
	t.like(info(new Map([['tags', {kind: 'list', of: {kind: 'utf8'}}]]), '.parquet'), noFeatures);
	t.like(info(new Map([['at', {kind: 'timestamp'}]]), '.jsonl.gz'), noFeatures);
	t.like(info(new Map([['n', {kind: 'int64'}]]), '.jsonl.gz'), {
		dataset_info: {features: [{name: 'n', dtype: 'int64'}]},
	});
});

test('size categories are those of the Hub', (t) => {
	const sizes = [0, 999, 1000, 9999, 10_000, 123_456, 1_000_000, 99_999_999, 100_000_000, 1e9, 5e11, 1e12];
	const found = sizes.map((rows) =>
		frontMatter(datasetCard({...parts, splits: [{name: 'train', files: 'train-*.arrow', rows, bytes: 1}]})),
	);
	const expected = [
		'n<1K',
		'n<1K',
		'1K<n<10K',
		'1K<n<10K',
		'10K<n<100K',
		'100K<n<1M',
		'1M<n<10M',
		'10M<n<100M',
		'100M<n<1B',
		'1B<n<10B',
		'100B<n<1T',
		'n>1T',
	];
	for (const [index, card] of found.entries()) t.like(card, {size_categories: [expected[index]]});
});

test('the text shows title, licence, splits, columns and how to read them', (t) => {
	const card = datasetCard({...parts, schema: new Map([...schema, ['a|b `c`', {kind: 'utf8'}]])});
	t.regex(card, /^# Documentation: "of packages"$/m);
	t.regex(card, /^Licence: apache-2\.0\.$/m);
	t.regex(card, /^\| train \| `train-\*\.parquet` \| 1,234 \| 5\.0 \|$/m);
	t.regex(card, /^\| `score` \| `float64 or null` \|$/m);
	t.regex(card, /^\| `` a\\\|b `c` `` \| `utf8` \|$/m);
	t.regex(card, /load_dataset\(/);
	t.regex(card, /fromParquet\(\{/);
	t.regex(card, /columns: \{text: utf8, score: nullable\(float64\), at: timestamp, "a\|b `c`": utf8\}/);
});

test('a card without a description, licence or rows is whole', (t) => {
	const card = datasetCard({name: 'a', schema: new Map([['x', {kind: 'bool'}]]), splits: []});
	t.like(frontMatter(card), {pretty_name: 'a', configs: [{data_files: []}]});
	t.notRegex(card, /undefined/);
});
