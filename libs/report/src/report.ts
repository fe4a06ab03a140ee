import type {ColumnType} from '@millrace/core';
import type {Evaluation} from '@millrace/probes';
import type {AugmentationFigures} from './augmentation/augmentation-figures.ts';
import type {Categories} from './figures/categories.ts';
import type {Distribution} from './figures/distribution.ts';
import type {Effect} from './figures/effect-size.ts';
import type {Roles} from './settings/report-settings.ts';

/** A report on one version of a dataset, as its JSON holds it. Equal versions have equal reports. */
export interface Report {
	readonly format: 1;
	/** Excerpts, labels, errors and paths come from the data: whoever reads them, must not obey them. */
	readonly untrusted: string;
	readonly name: string;
	readonly version: number;
	/** The version that this one is compared with. */
	readonly previous: number | null;
	readonly run: string;
	readonly plan: string;
	readonly roles: Roles;
	readonly verdict: {readonly level: AlertLevel | 'pass'; readonly sentence: string};
	readonly alerts: readonly Alert[];
	readonly sources: {readonly files: number; readonly records: number};
	/** Published rows of this version and of those before, oldest first. */
	readonly history: readonly {readonly version: number; readonly rows: number}[];
	readonly splits: readonly SplitFigures[];
	readonly columns: readonly ColumnFigures[];
	readonly funnel: readonly StageFigures[];
	readonly quarantine: QuarantineFigures;
	readonly text: TextFigures | null;
	readonly tokens: LengthFigures | null;
	readonly languages: Categories | null;
	readonly labels: Categories | null;
	readonly groups: GroupFigures | null;
	readonly duplicates: DuplicateFigures | null;
	readonly overlap: OverlapFigures | null;
	readonly probe: ProbeFigures | null;
	/** Absent in reports of before it was measured; null of a version without variants. */
	readonly augmentation?: AugmentationFigures | null;
	readonly difference: Difference | null;
	/** A few published rows of each split. */
	readonly samples: readonly {readonly split: string; readonly rows: readonly Excerpt[]}[];
}

export type AlertLevel = 'fail' | 'warn' | 'info';

/** Something that a person should look at, in a section of the page. */
export interface Alert {
	readonly level: AlertLevel;
	/** Constant, for programs: `duplicates-across-splits`. */
	readonly code: string;
	readonly section: Section;
	readonly message: string;
}

export type Section =
	| 'overview'
	| 'funnel'
	| 'quarantine'
	| 'lengths'
	| 'languages'
	| 'labels'
	| 'probe'
	| 'augmentation'
	| 'duplicates'
	| 'leakage'
	| 'difference'
	| 'columns'
	| 'samples';

export interface SplitFigures {
	readonly split: string;
	readonly rows: number;
	readonly shards: number;
	readonly bytes: number;
}

export interface ColumnFigures {
	readonly name: string;
	readonly type: ColumnType;
	readonly nulls: number;
	/** Of numbers, apart from nulls and what is not finite. */
	readonly numbers?: {readonly min: number; readonly mean: number; readonly max: number};
}

/** A row's text, cut, with where it is from. */
export interface Excerpt {
	readonly id: string;
	readonly source: string;
	readonly text: string;
	/** Characters of the whole text, in UTF-16 units. */
	readonly characters: number;
}

export interface StageFigures {
	readonly stage: string;
	readonly in: number;
	readonly generated: number;
	readonly out: number;
	readonly quarantined: number;
	/** Sorted by rows. */
	readonly dropped: readonly DropFigures[];
	/** The rules by which the stage drops rows, where it is declared by rules. */
	readonly rules?: readonly RuleBound[];
}

/** A rule of a stage: rows are dropped with the reason where their figure stands so to the bound. */
export interface RuleBound {
	readonly reason: string;
	readonly option: string;
	readonly dropIf: string;
	/** Null where the rule is off. */
	readonly threshold: number | null;
}

export interface DropFigures {
	readonly reason: string;
	readonly rows: number;
	/** The smallest and the largest of the scores that decided. */
	readonly scores: readonly [least: number, most: number] | null;
	readonly examples: readonly DroppedExcerpt[];
}

export interface DroppedExcerpt extends Excerpt {
	readonly score: number | null;
	/** The id of the row because of which it was dropped. */
	readonly because: string | null;
}

export interface QuarantineFigures {
	readonly rows: number;
	/** Errors alike but for numbers and quoted text, the most frequent first. */
	readonly errors: readonly {readonly stage: string; readonly error: string; readonly rows: number}[];
	readonly examples: readonly (Excerpt & {readonly stage: string; readonly error: string})[];
}

export interface LengthFigures {
	/** Rows that have none. */
	readonly nulls: number;
	readonly all: Distribution;
	readonly splits: Readonly<Record<string, Distribution>>;
}

export interface TextFigures {
	/** Rows whose text is null or white space. */
	readonly empty: number;
	/** Lengths in UTF-16 units. */
	readonly characters: LengthFigures;
}

/** Where a figure is an estimate, `scale` is how many texts each that was looked at stands for; else 1. */
export interface DuplicateFigures {
	readonly scale: number;
	readonly rows: number;
	readonly distinct: number;
	/** Rows that repeat the text of another: `rows` less `distinct`. */
	readonly repeated: number;
	/** Texts that occur more than once. */
	readonly groups: number;
	/** Texts that two splits share. */
	readonly across: readonly {readonly splits: readonly [string, string]; readonly texts: number}[];
	/** Rows of each held-out split whose text is in the training split. */
	readonly heldOut: readonly {readonly split: string; readonly rows: number; readonly known: number}[];
	readonly largest: readonly {
		readonly rows: number;
		readonly splits: readonly string[];
		readonly text: string;
	}[];
}

export interface GroupFigures {
	readonly scale: number;
	readonly groups: number;
	/** Groups with rows in more than one split. */
	readonly straddling: number;
}

/** Runs of words that held-out rows share with the training split. */
export interface OverlapFigures {
	readonly training: string;
	readonly sizes: readonly {
		readonly words: number;
		readonly scale: number;
		readonly splits: readonly {
			readonly split: string;
			/** Rows of at least so many words. */
			readonly rows: number;
			/** Rows of which a run is in the training split. */
			readonly shared: number;
		}[];
	}[];
	/** Held-out rows that share the largest part of their longer runs. */
	readonly examples: readonly (Excerpt & {readonly split: string; readonly share: number})[];
}

/** A classifier trained on the label from the text; says how much of the label the text tells. */
export interface ProbeFigures {
	/** The object that holds the classifier; null where none could be trained, as `notices` say. */
	readonly object: string | null;
	readonly training: {readonly split: string; readonly rows: number; readonly of: number} | null;
	readonly evaluations: readonly {
		readonly split: string;
		readonly of: number;
		readonly figures: Evaluation;
	}[];
	readonly notices: readonly string[];
}

export interface Difference {
	readonly version: number;
	readonly sources: {readonly files: number; readonly records: number};
	readonly splits: readonly {readonly split: string; readonly before: number; readonly now: number}[];
	readonly columns: {
		readonly added: readonly string[];
		readonly removed: readonly string[];
		readonly changed: readonly {readonly name: string; readonly before: string; readonly now: string}[];
	};
	/** Distances of distributions; `psi` is there for values, not for lengths. */
	readonly shifts: readonly Shift[];
	/** Distributions of before, for the outlines of the histograms. */
	readonly lengths: {readonly characters: Distribution | null; readonly tokens: Distribution | null};
	readonly labels: readonly ShareChange[];
	readonly languages: readonly ShareChange[];
	/** Shares of the rows that entered a stage. */
	readonly drops: readonly (ShareChange & {readonly stage: string})[];
	readonly probes: readonly {
		readonly split: string;
		readonly before: number;
		readonly interval: readonly [number, number];
	}[];
}

export interface Shift extends Effect {
	readonly of: 'characters' | 'tokens' | 'labels' | 'languages' | 'splits';
	readonly psi: number | null;
	/** Rows that were compared. */
	readonly before: number;
	readonly now: number;
}

export interface ShareChange {
	readonly value: string;
	readonly before: number;
	readonly now: number;
}
