import type {AnyRow, Schema, Store, Table} from '@millrace/core';
import {departedSchema, readShard, type Manifest} from '@millrace/engine';
import {ablate, type VariedExample} from '@millrace/probes';
import {excerpt} from '../measure/excerpt.ts';
import {checkStopped, splitTables, trainingSplit} from '../measure/version-tables.ts';
import type {Roles} from '../settings/report-settings.ts';
import type {AugmentationFigures, MakerFigures} from './augmentation-figures.ts';
import {costTally, type CostTally} from './cost-figures.ts';
import {distinctShare, selfBleu} from './self-bleu.ts';

/**
 * Measures the variants of the training split and whether they help; null of a version without the columns of an augmenting
 * stage. Of more than 20,000 families (an original with its variants) those whose ids come first are looked at.
 */
export async function measureAugmentation(
	store: Store,
	manifest: Manifest,
	roles: Roles,
	signal?: AbortSignal,
): Promise<AugmentationFigures | null> {
	const training = trainingSplit(manifest);
	const columns: Schema = new Map(manifest.columns);
	const {text} = roles;
	if (training === undefined || text === undefined) return null;
	if (!['augmented', 'parent_id', 'augmenter', 'verdict'].every((name) => columns.has(name))) return null;
	const families = new Map<string, Family>();
	const tally = costTally();
	const wanted = new Set([...READ, text, ...(roles.label === undefined ? [] : [roles.label])]);
	for await (const table of splitTables(store, manifest, [training], wanted, signal)) {
		for (const row of rowsOf(table)) {
			addCost(tally, row);
			addRow(families, row, text, roles.label);
		}
		if (families.size > MOST_FAMILIES * 2) keepFirst(families);
	}
	keepFirst(families);
	const all = [...families.values()].filter(({original}) => original !== undefined);
	const others = Object.keys(manifest.rows).filter((split) => split !== training);
	if (columns.has('usage'))
		for await (const table of splitTables(store, manifest, others.sort(), COST, signal))
			for (const row of rowsOf(table)) addCost(tally, row);
	const rejected = await rejectedVariants(store, manifest, tally, signal);
	const found = all.flatMap(({variants}) => variants);
	const names = new Set([...found.map(({augmenter}) => augmenter), ...rejected.keys()]);
	return {
		originals: all.length,
		varied: all.filter(({variants}) => variants.length > 0).length,
		missing: all.reduce((sum, {missing}) => sum + missing, 0),
		makers: [...names].sort().map((augmenter) => ({
			augmenter,
			...makerFigures(found.filter((variant) => variant.augmenter === augmenter)),
			rejected: [...(rejected.get(augmenter) ?? [])]
				.map(([gate, variants]) => ({gate, variants}))
				.sort((a, b) => b.variants - a.variants || (a.gate < b.gate ? -1 : 1)),
		})),
		examples: [...names].sort().flatMap((augmenter) => examplesOf(all, augmenter)),
		ablation: roles.label === undefined ? null : await ablationOf(all, signal),
		cost: tally.figures(),
	};
}

const COST: ReadonlySet<string> = new Set(['augmented', 'augmenter', 'verdict', 'usage']);
const READ = [...COST, 'row_id', 'parent_id', 'group_id', 'via', 'gates', 'variants_missing'];
const [MOST_FAMILIES, MOST_COMPARED, MOST_EXAMPLES, MOST_JUDGED] = [20_000, 300, 4, 4000];

interface Variant {
	readonly text: string;
	readonly augmenter: string;
	readonly via: string | null;
	readonly overlap: number | null;
	readonly chrf: number | null;
}

interface Family {
	original?: string;
	label: string | null;
	group: string;
	missing: number;
	readonly variants: Variant[];
}

function* rowsOf({length, vectors}: Table): Generator<AnyRow> {
	const columns = [...vectors].map(([name, {values}]) => [name, values] as const);
	for (let row = 0; row < length; row++)
		yield Object.fromEntries(columns.map(([name, values]) => [name, values[row]]));
}

const textOf = (value: unknown): string | null => (typeof value === 'string' ? value : null);
const numberOf = (value: unknown): number | null => (typeof value === 'number' ? value : null);
const fieldOf = (value: unknown, name: string): unknown =>
	typeof value === 'object' && value !== null
		? Object.entries(value).find(([key]) => key === name)?.[1]
		: null;

function addRow(families: Map<string, Family>, row: AnyRow, text: string, label: string | undefined): void {
	const own = textOf(row[text]);
	const id = textOf(row['parent_id']) ?? textOf(row['row_id']);
	if (own === null || id === null) return;
	let family = families.get(id);
	if (!family) families.set(id, (family = {label: null, group: id, missing: 0, variants: []}));
	if (row['augmented'] === true) {
		const {gates} = row;
		family.variants.push({
			text: own,
			augmenter: textOf(row['augmenter']) ?? 'unknown',
			via: textOf(row['via']),
			overlap: numberOf(fieldOf(gates, 'overlap')),
			chrf: numberOf(fieldOf(gates, 'chrf')),
		});
		return;
	}
	family.original = own;
	family.label = label === undefined ? null : labelOf(row[label]);
	family.group = textOf(row['group_id']) ?? id;
	family.missing = numberOf(row['variants_missing']) ?? 0;
}

function addCost(tally: CostTally, {augmented, augmenter, verdict, usage}: AnyRow): void {
	tally.add({augmented, augmenter, usage, accepted: augmented === true && verdict === 'accepted'});
}

/** A label as text; lists and structs are none. */
function labelOf(value: unknown): string | null {
	if (typeof value === 'string') return value;
	return typeof value === 'number' || typeof value === 'bigint' || typeof value === 'boolean'
		? String(value)
		: null;
}

/** The families whose ids come first, which are those of any order of rows. */
function keepFirst(families: Map<string, Family>): void {
	if (families.size <= MOST_FAMILIES) return;
	for (const id of [...families.keys()].sort().slice(MOST_FAMILIES)) families.delete(id);
}

/** How many variants each gate rejected, by augmenter; what they took is added up. */
async function rejectedVariants(
	store: Store,
	{files}: Manifest,
	tally: CostTally,
	signal: AbortSignal | undefined,
): Promise<ReadonlyMap<string, ReadonlyMap<string, number>>> {
	const found = new Map<string, Map<string, number>>();
	for (const file of files.filter(({path}) => path.startsWith('dropped/')))
		for await (const table of readShard(store, file, departedSchema)) {
			checkStopped(signal);
			for (const {row, reason} of rowsOf(table)) {
				const left: unknown = JSON.parse(textOf(row) ?? '{}');
				const [augmented, usage] = [fieldOf(left, 'augmented'), fieldOf(left, 'usage')];
				tally.add({augmented, augmenter: fieldOf(left, 'augmenter'), usage, accepted: false});
				if (augmented !== true) continue;
				const augmenter = textOf(fieldOf(left, 'augmenter')) ?? 'unknown';
				const gates = found.get(augmenter) ?? new Map<string, number>();
				gates.set(String(reason), (gates.get(String(reason)) ?? 0) + 1);
				found.set(augmenter, gates);
			}
		}
	return found;
}

function makerFigures(variants: readonly Variant[]): Omit<MakerFigures, 'augmenter' | 'rejected'> {
	const mean = (values: readonly (number | null)[]): number | null => {
		const known = values.filter((value) => value !== null);
		return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0) / known.length;
	};
	const overlap = mean(variants.map((variant) => variant.overlap));
	const compared = variants.slice(0, MOST_COMPARED).map(({text}) => text);
	return {
		accepted: variants.length,
		novelty: overlap === null ? null : 1 - overlap,
		chrf: mean(variants.map(({chrf}) => chrf)),
		distinct1: distinctShare(compared, 1),
		distinct2: distinctShare(compared, 2),
		selfBleu: selfBleu(compared),
	};
}

/** The first few, of other originals each. */
function examplesOf(families: readonly Family[], augmenter: string): AugmentationFigures['examples'] {
	return families
		.flatMap(({original = '', variants}) => {
			const variant = variants.find((each) => each.augmenter === augmenter);
			return variant ? [{original, variant}] : [];
		})
		.slice(0, MOST_EXAMPLES)
		.map(({original, variant: {text, via, chrf}}) => ({
			augmenter,
			via,
			original: excerpt(original),
			variant: excerpt(text),
			chrf,
		}));
}

/** The ablation of the labelled originals and their variants; of more than 4,000 originals the first. */
async function ablationOf(
	families: readonly Family[],
	signal: AbortSignal | undefined,
): Promise<AugmentationFigures['ablation']> {
	const examples = families
		.slice(0, MOST_JUDGED)
		.flatMap(({original, label, group, variants}): VariedExample[] =>
			original === undefined || label === null
				? []
				: [{text: original, label, group, variants: variants.map(({text}) => text)}],
		);
	const labels = new Set(examples.map(({label}) => label));
	if (labels.size < 2 || examples.every(({variants}) => variants.length === 0)) return null;
	return ablate(examples, signal ? {signal} : {});
}
