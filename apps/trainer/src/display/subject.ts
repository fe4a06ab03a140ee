/** What a run is of: a recipe; in an ablation which of its runs, with what seed, and what becomes of variants besides. */
export interface Subject {
	readonly recipe: string;
	readonly run?: number;
	readonly runs?: number;
	readonly seed?: number;
	readonly variants?: 'keep' | 'drop';
}

/** A subject for a person. */
export const titleOf = ({recipe, run, runs, seed, variants}: Subject): string =>
	[
		recipe,
		...(run === undefined ? [] : [`${run}/${runs ?? run}`]),
		...(seed === undefined ? [] : [`seed ${seed}`]),
		...(variants === undefined ? [] : [variants === 'keep' ? 'with variants' : 'without variants']),
	].join(' ');
