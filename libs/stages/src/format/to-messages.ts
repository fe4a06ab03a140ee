import {
	bool,
	defineStage,
	list,
	MillraceError,
	nearest,
	parseOptions,
	struct,
	utf8,
	type AnyRow,
	type AnyStep,
	type Columns,
	type Names,
	type Random,
	type RenamedRow,
	type RowOf,
	type Step,
} from '@millrace/core';
import {
	chooseExamples,
	parseTemplate,
	renderTemplate,
	type ChatMessage,
	type PromptTemplate,
} from '@millrace/text';
import {z} from 'zod';
import {exampleRows} from '../example-rows.ts';

/**
 * Adds `messages`, a template filled from the row, and `train`, which of them a model should learn: the answers of the
 * row itself, not those of its examples. Needs the columns that the template's placeholders name. `examples` puts a few
 * answered rows before the row, chosen by its seed or its likeness, never the row itself. Drops rows with an
 * `empty-turn`.
 */
export function toMessages<
	Needs extends Columns,
	Examples extends Columns = Needs,
	const N extends Names<Needs & MessageColumns> = {},
>(
	template: PromptTemplate<Needs>,
	options?: {
		readonly examples?: ExampleOptions<Needs, Examples>;
		readonly columns?: N;
	},
): Step<RenamedRow<Needs, N>, RenamedRow<MessageColumns, N>>;
export function toMessages(
	template: PromptTemplate<Columns>,
	given: {readonly examples?: object; readonly columns?: Names<Columns>} = {},
): AnyStep {
	const {columns = {}, ...rest} = given;
	const options = {...shape, template: templateOption};
	const {examples} = parseOptions(`stage ${toMessages.definition.name}`, options, {...rest, template});
	const render = renderTemplate(template);
	const choose = examples && exampleTurns(template, examples);
	const stage = defineStage({
		...toMessages.definition,
		needs: template.columns,
		options: {
			template: z.custom<PromptTemplate<Columns>>(),
			examples: z.custom<Given | undefined>().optional(),
		},
		closesOver: 'options',
		map(row, context) {
			const own = render(row);
			if (own.some(isBlank)) return {drop: 'empty-turn'};
			const before = choose?.(row, () => context.random()) ?? [];
			const first = own.findIndex(({role}) => role !== 'system');
			return {
				messages: own.toSpliced(first, 0, ...before),
				train: own.map(({role}) => role === 'assistant').toSpliced(first, 0, ...before.map(() => false)),
			};
		},
	});
	return stage({template, examples, columns});
}

/** The examples before a row. */
export interface ExampleOptions<Needs extends Columns, Examples extends Columns> {
	/** Rows with their answers, or a file of them: JSON Lines, or one JSON list. */
	readonly from: readonly (RowOf<NoInfer<Examples>> & AnyRow)[] | URL;
	readonly count?: number;
	readonly choose?:
		'random' | {readonly byLabel: string} | {readonly bySimilarity: keyof NoInfer<Needs> & string};
	readonly sameBy?: readonly (keyof NoInfer<Needs> & string)[];
	readonly template?: PromptTemplate<Examples>;
}

const messageColumns = {messages: list(struct({role: utf8, content: utf8})), train: list(bool)};
type MessageColumns = typeof messageColumns;

const templateOption = z.custom<PromptTemplate<Columns>>(
	(value) => typeof value === 'object' && value !== null && 'turns' in value && 'join' in value,
	'expected a template, such as promptTemplate({user: "{text}"})',
);

const shape = {
	examples: z
		.strictObject({
			from: z.union([z.array(z.record(z.string(), z.unknown())).readonly(), z.instanceof(URL)]),
			count: z.int().min(1).default(3),
			choose: z
				.union([
					z.literal('random'),
					z.strictObject({byLabel: z.string()}),
					z.strictObject({bySimilarity: z.string()}),
				])
				.default('random'),
			sameBy: z.array(z.string()).nonempty().readonly().optional(),
			template: templateOption.optional(),
		})
		.transform(({from, ...rest}) => ({...rest, from: exampleRows(from)}))
		.optional()
		.meta({
			title: '`{from, count, choose, sameBy, template}`',
			description:
				"answered rows, or the URL of a file of them, as turns before the row: `count` (3) of them, chosen `'random'`, `{byLabel: column}` or `{bySimilarity: column}`; `sameBy` tells the row itself, `template` is theirs",
		}),
};

toMessages.definition = {
	name: 'to-messages',
	summary: 'Adds the messages of a chat, made from the row by a prompt template, with examples before it.',
	needs: {},
	adds: messageColumns,
	options: shape,
};

type Given = NonNullable<z.output<typeof shape.examples>>;

/** Makes the function that gives the turns of a row's examples. */
function exampleTurns(
	template: PromptTemplate<Columns>,
	{from, count, choose, sameBy, template: own = template}: Given,
): (row: AnyRow, random: () => Random) => readonly ChatMessage[] {
	const {name} = toMessages.definition;
	if (!own.turns.some(({role}) => role === 'assistant'))
		throw new MillraceError(
			'usage',
			`stage ${name}: expected a template with an assistant turn for its examples, found none; give examples.template.`,
		);
	const known = Object.keys(template.columns);
	const by = typeof choose === 'object' && 'bySimilarity' in choose ? [choose.bySimilarity] : [];
	const same = sameBy ?? (by.length > 0 ? by : askedColumns(template));
	const unknown = [...same, ...by].filter((column) => !known.includes(column));
	if (unknown.length > 0)
		throw new MillraceError(
			'usage',
			`stage ${name}: examples compare columns that the template names, found ${unknown.map((column) => `${column}${meant(column, known)}`).join(', ')}; known are ${known.join(', ')}.`,
		);
	const rows = from.read(own.columns);
	const render = renderTemplate(own);
	const turns = rows.map((row) => render(row).filter(({role}) => role !== 'system'));
	const blank = turns.flatMap((one, place) => (one.some(isBlank) ? [place + 1] : []));
	if (blank.length > 0)
		throw new MillraceError(
			'usage',
			`stage ${name}: expected text in every turn of an example, found none in example ${blank.slice(0, 10).join(', ')}.`,
		);
	const chosen = chooseExamples(rows, {count, choose, sameBy: same});
	return (row, random) => chosen(row, random).flatMap((place) => turns[place] ?? []);
}

const isBlank = ({content}: ChatMessage): boolean => content.trim() === '';

/** The columns in the user turns. */
const askedColumns = ({turns}: PromptTemplate<Columns>): readonly string[] => [
	...new Set(
		turns
			.filter(({role}) => role === 'user')
			.flatMap(({content}) => parseTemplate(content).parts)
			.flatMap((part) => ('column' in part ? [part.column] : [])),
	),
];

function meant(column: string, known: readonly string[]): string {
	const near = nearest(column, known);
	return near === undefined ? '' : ` (perhaps ${near} was meant)`;
}
