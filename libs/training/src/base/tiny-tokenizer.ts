import {existsSync} from 'node:fs';
import {join} from 'node:path';
import {fingerprint, MillraceError, type Json} from '@millrace/core';
import {tokenizerFile, trainTokenizer, writeTokenizer, type TokenizerFile} from '@millrace/text';
import type {TinyBase} from '../recipe/tiny-base.ts';
import type {RecipeSettings} from '../recipe/recipe-shape.ts';
import {shardsOf, type Published} from '../shards/published.ts';
import {shardRows} from '../shards/read-shard-rows.ts';
import {columnTypes, rolesOf} from '../shards/recipe-columns.ts';
import {hasVariantColumn, isVariant, variantColumn, variantType} from '../variants/variant-column.ts';

export interface TinyTokenizerInput {
	readonly tiny: TinyBase;
	readonly settings: RecipeSettings;
	readonly published: Published;
	readonly folder: string;
	readonly signal?: AbortSignal;
}

/**
 * Trains the tokenizer of a tiny base on the text of the training split, unless an equal one is there already. Variants are
 * passed over, so that a recipe has the same base with and without them.
 */
export async function tinyTokenizer({
	tiny,
	settings,
	published,
	folder,
}: TinyTokenizerInput): Promise<TokenizerFile> {
	const types = columnTypes(settings, published);
	const text = rolesOf(settings).get('text');
	if (text === undefined)
		throw new MillraceError(
			'usage',
			`recipe for ${published.dataset}: expected columns.text with tinyBase(), whose tokenizer is trained on it, found columns.input_ids; name the folder of the base whose ids they are.`,
		);
	const shards = shardsOf(published, settings.splits.train);
	const varied = hasVariantColumn(published);
	const read = new Map([...types].filter(([name]) => name === text));
	if (varied) read.set(variantColumn, variantType);
	const key = fingerprint({
		format: 1,
		vocabulary: tiny.vocabulary,
		text,
		shards: shards.map((shard): Json => shard.sha256),
		...(varied ? {originals: true} : {}),
	});
	const target = join(folder, 'training/shared/tokenizers', key);
	if (!existsSync(join(target, 'tokenizer.json'))) {
		const texts = async function* (): AsyncGenerator<string> {
			for (const {url} of shards)
				for await (const row of shardRows(url, read)) {
					const value = row[text];
					if (typeof value === 'string' && !isVariant(row)) yield value;
				}
		};
		const trained = await trainTokenizer({
			texts: texts(),
			vocabularySize: tiny.vocabulary,
			specials: {eos_token: '<|endoftext|>', pad_token: '<|pad|>'},
		});
		await writeTokenizer(target, trained);
	}
	return tokenizerFile(target);
}
