import {fingerprint, MillraceError, type AnyRow, type Json, type Store} from '@millrace/core';
import {loadChatTemplate, type TokenizerFile} from '@millrace/text';
import {bestFit} from '../pack/best-fit.ts';
import type {RecipeSettings} from '../recipe/recipe-shape.ts';
import {variantAnswer} from '../variants/variant-answer.ts';
import {variantColumn, variantType} from '../variants/variant-column.ts';
import {chooseLabels, countsOf} from './choose-labels.ts';
import type {RowEncoding} from './encode-rows.ts';
import {shardsOf, type Published} from './published.ts';
import {shardRows} from './read-shard-rows.ts';
import {columnTypes, rolesOf} from './recipe-columns.ts';
import {writePacks, writeRows, type ShardTarget, type TokenShard} from './shard-files.ts';
import {splitTokens, type SplitTokens} from './split-tokens.ts';
import {commitShards, shardPrefix, storedShards, type TokenShards} from './token-shards.ts';

/** What token shards are made of. */
export interface PackInput {
	readonly settings: RecipeSettings;
	readonly published: Published;
	readonly tokenizer: TokenizerFile;
	/** The folder of the base, which holds the chat template. */
	readonly base: string;
	readonly store: Store;
	readonly signal?: AbortSignal;
}

/** Changes when the same input would give other shards. */
export const shardLayout = 1;

/**
 * Encodes and packs the splits of a recipe to token shards in the store, unless shards of equal input are there already.
 * Throws a MillraceError `usage` on documents longer than the context, with their count and the longest, unless the
 * recipe says what to do with them; nothing is kept then.
 */
export async function packShards(
	input: PackInput,
): Promise<{readonly key: string; readonly shards: TokenShards; readonly cached: boolean}> {
	const {settings, published, tokenizer, store} = input;
	const variants = variantAnswer(settings, published);
	const types = new Map(columnTypes(settings, published));
	if (variants !== null) types.set(variantColumn, variantType);
	demandRows(settings, published);
	const roles = rolesOf(settings);
	const template = roles.has('messages') ? loadChatTemplate(input.base) : undefined;
	const key = fingerprint({
		layout: shardLayout,
		objective: settings.objective,
		columns: Object.fromEntries(roles),
		context: settings.context,
		overLength: settings.overLength,
		rareLabels: settings.objective === 'classification' ? settings.rareLabels : null,
		tokenizer: tokenizer.identity,
		template: template?.identity ?? null,
		...(variants === null ? {} : {variants}),
		shards: splits.map((split): Json =>
			shardsOf(published, settings.splits[split]).map((shard) => shard.sha256),
		),
	});
	const found = await storedShards(store, key);
	if (found) return {key, shards: found, cached: true};
	const encoding: RowEncoding = {
		settings,
		roles,
		tokenizer: await tokenizer.load(),
		...(template ? {template} : {}),
	};
	const rows = async function* (split: Split): AsyncGenerator<AnyRow> {
		for (const {url} of shardsOf(published, settings.splits[split])) yield* shardRows(url, types);
	};
	const {signal} = input;
	using train = await splitTokens(rows('train'), encoding, {originals: variants === 'drop', signal});
	// What is held out stands for what will be met, which no augmenter wrote.
	using validation = await splitTokens(rows('validation'), encoding, {originals: variants !== null, signal});
	demandFit({train, validation}, input);
	const metadata = new Map([
		['millrace.tokenizer', tokenizer.sha256],
		['millrace.context', String(settings.context)],
		['millrace.objective', settings.objective],
	]);
	const targetOf = (split: Split): ShardTarget => ({
		store,
		prefix: shardPrefix(key),
		split,
		metadata,
		...(input.signal ? {signal: input.signal} : {}),
	});
	const shards =
		settings.objective === 'classification'
			? await classified({train, validation}, settings.rareLabels, input, targetOf)
			: await packed({train, validation}, settings.context, targetOf);
	await commitShards(store, key, shards);
	return {key, shards, cached: false};
}

type Split = 'train' | 'validation';
type Splits = Readonly<Record<Split, SplitTokens>>;
type TargetOf = (split: Split) => ShardTarget;

const splits = ['train', 'validation'] as const;

async function packed(tokens: Splits, context: number, targetOf: TargetOf): Promise<TokenShards> {
	const written: TokenShard[] = [];
	const packs = {train: 0, validation: 0};
	for (const split of splits) {
		const found = bestFit(tokens[split].lengths, context);
		packs[split] = found.count;
		written.push(...(await writePacks(tokens[split], found, targetOf(split))));
	}
	return {
		format: 1,
		labels: [],
		majority: null,
		splits: {
			train: {...tokens.train.counts, packs: packs.train},
			validation: {...tokens.validation.counts, packs: packs.validation},
		},
		shards: written.flatMap((shard) =>
			splits.flatMap((split) => (shard.split === split ? [{...shard, split}] : [])),
		),
	};
}

async function classified(
	tokens: Splits,
	rare: 'error' | 'drop' | 'keep',
	input: PackInput,
	targetOf: TargetOf,
): Promise<TokenShards> {
	const where = `recipe for ${input.published.dataset}`;
	const chosen = chooseLabels(
		{
			train: tokens.train.labels,
			validation: tokens.validation.labels,
			originals: tokens.train.labels.filter((_, row) => tokens.train.variants[row] === false),
		},
		rare,
		where,
	);
	const shards: TokenShards['shards'] = [];
	for (const split of splits) {
		const found = await writeRows(
			tokens[split],
			{rows: chosen[split], labels: chosen.labels},
			targetOf(split),
		);
		shards.push(...found.map((shard) => ({...shard, split})));
	}
	const trained = countsOf([...chosen.train].map((row) => tokens.train.labels[row] ?? ''));
	const [label] = [...trained].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))[0] ?? [''];
	const held = [...chosen.validation].map((row) => tokens.validation.labels[row]);
	const countsAfter = (split: Split) => {
		const left = tokens[split].labels.length - chosen[split].length;
		const {counts} = tokens[split];
		return {
			...counts,
			tokens: [...chosen[split]].reduce((sum, row) => sum + (tokens[split].lengths[row] ?? 0), 0),
			documents: chosen[split].length,
			dropped: left > 0 ? {...counts.dropped, 'rare-label': left} : {...counts.dropped},
			packs: chosen[split].length,
		};
	};
	return {
		format: 1,
		labels: [...chosen.labels],
		majority: {label, rows: held.filter((own) => own === label).length, of: held.length},
		splits: {train: countsAfter('train'), validation: countsAfter('validation')},
		shards,
	};
}

/** Throws where a split of the recipe has no rows in the version. */
function demandRows({splits: named}: RecipeSettings, published: Published): void {
	const there = [...new Set(published.shards.map(({split}) => split))].sort();
	const lacking = splits.filter(
		(split) => shardsOf(published, named[split]).reduce((sum, {rows}) => sum + rows, 0) === 0,
	);
	if (lacking.length === 0) return;
	const said = lacking.map((split) => `splits.${split}: ${[named[split]].flat().join(', ')}`).join('; ');
	throw new MillraceError(
		'usage',
		`recipe for ${published.dataset} version ${published.version}: expected rows in ${said}, found none (its splits are ${there.join(', ') || 'none'}); name splits that are there, or add split() to the pipeline.`,
	);
}

/** Throws where documents do not fit and the recipe does not say what to do, and where nothing is left to learn. */
function demandFit(tokens: Splits, {settings, published}: PackInput): void {
	const where = `recipe for ${published.dataset} version ${published.version}`;
	const {train, validation} = {train: tokens.train.counts, validation: tokens.validation.counts};
	const long = train.overLong + validation.overLong;
	if (settings.overLength === 'error' && long > 0) {
		const other = settings.objective === 'classification' ? 'truncate' : 'split';
		throw new MillraceError(
			'usage',
			`${where}: expected documents of at most ${settings.context} tokens, found ${long} longer ones among ${train.rows + validation.rows}, the longest with ${Math.max(train.longest, validation.longest)}; raise context, or set overLength: '${other}' or 'drop'.`,
		);
	}
	for (const split of splits)
		if (tokens[split].lengths.length === 0)
			throw new MillraceError(
				'usage',
				`${where}: expected something to learn in ${[settings.splits[split]].flat().join(', ')}, found none in ${tokens[split].counts.rows} rows (${Object.entries(
					tokens[split].counts.dropped,
				)
					.map(([reason, count]) => `${reason} ${count}`)
					.join(', ')}); look at the columns that the recipe names.`,
			);
}
