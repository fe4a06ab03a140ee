import {bool, defineStage, int32, list, struct, utf8} from '@millrace/core';
import {
	chatTokens as tokensOf,
	loadChatTemplate,
	type ChatTemplate,
	type ChatTokensOptions,
	type TemplateMessage,
} from '@millrace/text';
import {z} from 'zod';
import {eitherStage} from '../either-stage.ts';
import {tokenizerOption} from '../tokenizer-option.ts';

const isTemplate = (value: unknown): value is ChatTemplate =>
	typeof value === 'object' && value !== null && 'identity' in value && 'render' in value;

const templateOption = z
	.union([z.string(), z.instanceof(URL), z.custom<ChatTemplate>(isTemplate)])
	.transform((given) => (typeof given === 'string' || given instanceof URL ? loadChatTemplate(given) : given))
	.meta({title: 'path or URL'})
	.describe('the folder of the base model, or a `.jinja` file');

const trainOption = z
	.enum(['assistant', 'last', 'all'])
	.default('assistant')
	.describe(
		'what is trained: every turn of the assistant with its end token, the last one, every token, or with `turns` those that the column `train` marks',
	);

const options = {
	tokenizer: tokenizerOption,
	template: templateOption,
	specialsInContent: z
		.enum(['drop', 'keep'])
		.default('drop')
		.describe('what becomes of a chat in which someone writes a special token'),
	variables: z
		.record(z.string(), z.json())
		.default({})
		.describe('what else the template reads, such as `enable_thinking`'),
	tools: z.array(z.json()).optional().describe('tools as JSON schemas'),
	date: z.iso.date().optional().describe('the day that `strftime_now` tells a template that prints one'),
};

const described = {
	name: 'chat-tokens',
	summary:
		'Adds the ids of a chat, equal to those of apply_chat_template, and labels that train what the assistant says.',
	source: 'Chat templates and `apply_chat_template` of Hugging Face `transformers`.',
	adds: {input_ids: list(int32), labels: list(int32), token_count: int32},
	closesOver: 'options',
	queue: () => ({concurrency: 2, batchRows: 256}),
} as const;

const messages = list(struct({role: utf8, content: utf8}));

/**
 * Adds the ids of a chat by the template of a base model, and labels: unshifted, -100 where a token is not trained.
 * With `train: 'turns'` it needs the column `train`, which says of each turn whether it is trained, as readers of chats
 * and `toMessages` write it. Drops chats that cannot be trained on, by reason; see `chatTokens` of `@millrace/text`.
 */
export const chatTokens = eitherStage(
	defineStage({
		...described,
		needs: {messages},
		options: {...options, train: trainOption},
		batch: async ({columns}, {options}) => tokensBatch(columns.messages, options, options.train),
	}),
	defineStage({
		...described,
		needs: {messages, train: list(bool)},
		options: {...options, train: z.literal('turns')},
		batch: async ({columns}, {options}) => tokensBatch(columns.messages, options, Array.from(columns.train)),
	}),
	({train}) => train !== 'turns',
	{
		train: z
			.enum(['assistant', 'last', 'all', 'turns'])
			.default('assistant')
			.describe(trainOption.description ?? ''),
	},
);

type Options = z.output<z.ZodObject<typeof options>>;

async function tokensBatch(
	messages: ArrayLike<readonly TemplateMessage[]>,
	{tokenizer, template, date, tools, specialsInContent, variables}: Options,
	train: ChatTokensOptions['train'],
) {
	const results = await tokensOf(Array.from(messages), {
		specialsInContent,
		variables,
		...(train && {train}),
		...(tools && {tools}),
		...(date !== undefined && {now: new Date(`${date}T00:00:00Z`)}),
		template,
		tokenizer: await tokenizer.load(),
	});
	const kept = results.flatMap((result, row) => ('ids' in result ? [{...result, row}] : []));
	return {
		length: kept.length,
		columns: {
			input_ids: kept.map(({ids}) => Array.from(ids)),
			labels: kept.map(({labels}) => Array.from(labels)),
			token_count: Int32Array.from(kept, ({ids}) => ids.length),
		},
		source: Int32Array.from(kept, ({row}) => row),
		drops: results.flatMap((result, row) => ('drop' in result ? [{row, reason: result.drop}] : [])),
		quarantines: results.flatMap((result, row) => ('error' in result ? [{row, error: result.error}] : [])),
	};
}
