import {MillraceError, type Json} from '@millrace/core';
import type {SubwordTokenizer} from '../subword/subword-tokenizer.ts';
import {assistantSpans, type Span} from './assistant-spans.ts';
import {chatLabels, masked} from './chat-labels.ts';
import type {ChatTemplate, TemplateMessage} from './chat-template.ts';
import {specialPattern} from './special-pattern.ts';

export interface ChatTokensOptions {
	readonly tokenizer: SubwordTokenizer;
	readonly template: ChatTemplate;
	/**
	 * What is trained: all that the assistant says, its last turn, every token, or, given as one list a chat, those of
	 * the assistant's turns that are true; `assistant` by default.
	 */
	readonly train?: 'assistant' | 'last' | 'all' | readonly (readonly boolean[])[];
	/** What becomes of a chat in which someone writes a special token such as `<|im_end|>`; `drop` by default. */
	readonly specialsInContent?: 'drop' | 'keep';
	readonly tools?: readonly Json[];
	readonly variables?: Readonly<Record<string, Json>>;
	readonly now?: Date;
}

/** A chat as tokens with labels, or why it cannot be trained on, or what went wrong with it. */
export type ChatResult =
	| {readonly ids: Int32Array; readonly labels: Int32Array}
	| {readonly drop: ChatDrop}
	| {readonly error: string};

export type ChatDrop =
	| 'no-user-turn'
	| 'no-assistant-turn'
	| 'empty-assistant-turn'
	| 'special-token-in-content'
	| 'nothing-to-train';

/**
 * Renders chats with the template of a base model and encodes them: ids equal those of `apply_chat_template`; labels are
 * unshifted, -100 where a token is not trained. A chat without a user turn, without anything said by the assistant, or
 * with a special token in its content is refused with a reason. Throws a MillraceError `usage` where the template
 * writes two BOS tokens.
 */
export async function chatTokens(
	chats: readonly (readonly TemplateMessage[])[],
	{
		tokenizer,
		template,
		train = 'assistant',
		specialsInContent = 'drop',
		tools,
		variables,
		now,
	}: ChatTokensOptions,
): Promise<readonly ChatResult[]> {
	const special = specialPattern(tokenizer);
	const given = {...(tools && {tools}), ...(variables && {variables}), ...(now && {now})};
	const rendered = chats.map((messages, chat): Rendered => {
		const turns = typeof train === 'string' ? train : (train[chat] ?? []);
		const unknown = unknownRole(messages);
		if (unknown !== undefined) return {error: unknown};
		const drop = refusal(messages, turns, specialsInContent === 'drop' ? special : undefined);
		if (drop) return {drop};
		try {
			if (turns !== 'all') return assistantSpans(template, messages, {...given, train: turns, special});
			const {text} = template.render(messages, given);
			return {text, spans: [[0, text.length]]};
		} catch (error) {
			return {error: error instanceof Error ? error.message : String(error)};
		}
	});
	const encoded = await tokenizer.encodeSpans(
		rendered.flatMap((chat) => ('text' in chat ? [chat.text] : [])),
	);
	let next = 0;
	return rendered.map((chat): ChatResult => {
		if (!('text' in chat)) return chat;
		const tokens = encoded[next++];
		if (!tokens) return {error: 'chat: the tokenizer gave no tokens.'};
		refuseTwoBos(template, tokenizer, tokens.ids);
		const labels = chatLabels(tokens, chat.spans);
		return labels.every((label) => label === masked) ? {drop: 'nothing-to-train'} : {ids: tokens.ids, labels};
	});
}

type Rendered =
	| {readonly text: string; readonly spans: readonly Span[]}
	| {readonly drop: ChatDrop}
	| {readonly error: string};

/** Many templates leave out turns of a role that they do not know, without a word. */
function unknownRole(messages: readonly TemplateMessage[]): string | undefined {
	const turn = messages.findIndex(({role}) => !roles.includes(role));
	return turn < 0
		? undefined
		: `chat: expected the role of turn ${turn + 1} to be one of ${roles.join(', ')}, found ${JSON.stringify(messages[turn]?.role)}; rename it.`;
}

const roles: readonly string[] = ['system', 'developer', 'user', 'assistant', 'tool'];

function refusal(
	messages: readonly TemplateMessage[],
	train: 'assistant' | 'last' | 'all' | readonly boolean[],
	special: RegExp | undefined,
): ChatDrop | undefined {
	if (!messages.some(({role}) => role === 'user')) return 'no-user-turn';
	const answers = messages.flatMap(({role, content}, turn) =>
		role === 'assistant' ? [{content, turn}] : [],
	);
	if (answers.length === 0) return 'no-assistant-turn';
	const trained =
		typeof train === 'string'
			? train === 'last'
				? answers.slice(-1)
				: answers
			: answers.filter(({turn}) => train[turn] === true);
	if (trained.length === 0) return 'nothing-to-train';
	if (trained.some(({content}) => (content ?? '').trim() === '')) return 'empty-assistant-turn';
	if (special && messages.some(({content}) => (content ?? '').search(special) >= 0))
		return 'special-token-in-content';
	return undefined;
}

function refuseTwoBos(template: ChatTemplate, tokenizer: SubwordTokenizer, ids: Int32Array): void {
	const {bos_token: token} = tokenizer.specials;
	const bos = token === undefined ? undefined : tokenizer.tokenId(token);
	if (bos === undefined || ids[0] !== bos || ids[1] !== bos) return;
	throw new MillraceError(
		'usage',
		`chat template ${template.path}: expected one ${String(token)} at the beginning of a chat, found two; take one out of the template.`,
	);
}
