import {priceOf, type Prices} from '@millrace/text';

/** What the calls of models took that made the variants of a version, over all its splits, rejected ones included. */
export interface CostFigures {
	/** By who made them, sorted by name; what calls took of which no variant was new stands under null, last. */
	readonly makers: readonly MakerCost[];
	readonly total: Cost;
	/** What prices the report was given; null where none. */
	readonly prices: Prices | null;
}

export interface Cost {
	readonly requests: number;
	readonly inputTokens: number;
	readonly outputTokens: number;
	/** In the currency of the prices; null without them. */
	readonly cost: number | null;
}

export interface MakerCost extends Cost {
	readonly augmenter: string | null;
	/** Published variants that gates accepted. */
	readonly accepted: number;
	/** Tokens in and out for each of them; null where there are none. */
	readonly tokensPerAccepted: number | null;
}

/** Adds up what rows say in their column `usage`. */
export interface CostTally {
	add(row: {
		readonly augmented: unknown;
		readonly augmenter: unknown;
		readonly usage: unknown;
		/** Whether the row is published, and accepted. */
		readonly accepted: boolean;
	}): void;
	/** Null where no row says anything. */
	figures(): CostFigures | null;
}

export function costTally(): CostTally {
	const makers = new Map<string | null, {accepted: number; told: boolean; sum: Tokens}>();
	return {
		add({augmented, augmenter, usage, accepted}) {
			const name = augmented === true && typeof augmenter === 'string' ? augmenter : null;
			const maker = makers.get(name) ?? {accepted: 0, told: false, sum: NOTHING};
			if (accepted) maker.accepted++;
			const tokens = tokensOf(usage);
			if (tokens) {
				maker.told = true;
				maker.sum = plus(maker.sum, tokens);
			}
			makers.set(name, maker);
		},
		figures() {
			const told = [...makers].filter(([, maker]) => maker.told);
			if (told.length === 0) return null;
			return {
				makers: told
					.sort(([a], [b]) => (a === null ? 1 : b === null ? -1 : a < b ? -1 : 1))
					.map(([augmenter, {accepted, sum}]) => ({
						augmenter,
						accepted,
						...sum,
						cost: null,
						tokensPerAccepted: accepted === 0 ? null : (sum.inputTokens + sum.outputTokens) / accepted,
					})),
				total: {...told.map(([, {sum}]) => sum).reduce(plus, NOTHING), cost: null},
				prices: null,
			};
		},
	};
}

/** The figures with what that costs. */
export function priced(figures: CostFigures, prices: Prices): CostFigures {
	const withCost = <T extends Cost>(each: T): T => ({...each, cost: priceOf(each, prices)});
	return {makers: figures.makers.map(withCost), total: withCost(figures.total), prices};
}

type Tokens = Omit<Cost, 'cost'>;

const NOTHING: Tokens = {requests: 0, inputTokens: 0, outputTokens: 0};

const plus = (a: Tokens, b: Tokens): Tokens => ({
	requests: a.requests + b.requests,
	inputTokens: a.inputTokens + b.inputTokens,
	outputTokens: a.outputTokens + b.outputTokens,
});

function tokensOf(usage: unknown): Tokens | undefined {
	if (typeof usage !== 'object' || usage === null) return undefined;
	const fields = new Map<string, unknown>(Object.entries(usage));
	if (!fields.has('requests')) return undefined;
	const number = (name: string): number => {
		const value = fields.get(name);
		return typeof value === 'number' ? value : 0;
	};
	return {
		requests: number('requests'),
		inputTokens: number('prompt_tokens'),
		outputTokens: number('completion_tokens'),
	};
}
