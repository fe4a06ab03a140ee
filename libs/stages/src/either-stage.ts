import type {AnyStep, Columns, OptionShape} from '@millrace/core';

/** What a stage factory shows of itself. */
interface Definition {
	readonly name: string;
	readonly summary?: string;
	readonly source?: string;
	readonly needs: Columns;
	readonly adds?: Columns;
	readonly options?: OptionShape;
}

interface AnyFactory {
	(given: never): AnyStep;
	readonly definition: Definition;
}

type Given = Readonly<Record<string, unknown>>;

interface LooseFactory {
	(given: Given): AnyStep;
	readonly definition: Definition;
}

/**
 * One stage made of two that need different columns: `when` says of the options given whether they are for the first.
 * `options` are those that the catalogue shows, where they differ from the first's.
 */
export function eitherStage<First extends AnyFactory, Second extends AnyFactory>(
	first: First,
	second: Second,
	when: (given: Given) => boolean,
	options?: OptionShape,
): First & Second;
export function eitherStage(
	first: LooseFactory,
	second: LooseFactory,
	when: (given: Given) => boolean,
	options: OptionShape = {},
): object {
	const {definition} = first;
	return Object.assign((given: Given = {}) => (when(given) ? first(given) : second(given)), {
		definition: {...definition, options: {...definition.options, ...options}},
	});
}
