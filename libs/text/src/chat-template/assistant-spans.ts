import type {ChatTemplate, RenderOptions, TemplateMessage} from './chat-template.ts';

/** A range of UTF-16 units. */
export type Span = readonly [start: number, end: number];

export interface SpanOptions extends RenderOptions {
	/** All that the assistant says, its last turn, or those of its turns that are true here. */
	readonly train: 'assistant' | 'last' | readonly boolean[];
	/** Matches any special token of the tokenizer, with the flag g. */
	readonly special: RegExp;
}

/**
 * Renders a chat and finds what the assistant says in it, the end token of each turn included: by the template's own
 * `{% generation %}`, else by rendering the turns before each answer and demanding that they are a prefix.
 * Throws an Error where a prefix is none, an answer is not to be found, or a turn ends without a special token.
 */
export function assistantSpans(
	template: ChatTemplate,
	messages: readonly TemplateMessage[],
	options: SpanOptions,
): {readonly text: string; readonly spans: readonly Span[]} {
	const {text, generated} = template.render(messages, options);
	const answers = messages.flatMap(({role}, turn) => (role === 'assistant' ? [turn] : []));
	const trained = chosen(answers, options.train);
	const spans = template.marksGeneration
		? marked(template, generated, answers, trained, options.train)
		: trained.map((turn) => spanOf(template, messages, turn, text, options));
	for (const [start, end] of spans) refuseEndless(template, text.slice(start, end), options.special);
	return {text, spans};
}

/** The turns of the assistant that are trained. */
function chosen(answers: readonly number[], train: SpanOptions['train']): readonly number[] {
	if (train === 'assistant') return answers;
	return train === 'last' ? answers.slice(-1) : answers.filter((turn) => train[turn] === true);
}

/** A template may mark one turn in several parts, or several in one: single turns are found only where each has a part. */
function marked(
	template: ChatTemplate,
	generated: readonly Span[],
	answers: readonly number[],
	trained: readonly number[],
	train: SpanOptions['train'],
): readonly Span[] {
	if (train === 'assistant' || trained.length === answers.length) return generated;
	if (train === 'last') return generated.slice(-1);
	if (generated.length !== answers.length)
		throw new Error(
			`chat template ${template.path}: expected one {% generation %} for each of the ${answers.length} turns of the assistant, found ${generated.length}; train all of them, or only the last.`,
		);
	return generated.filter((_, index) => trained.includes(answers[index] ?? -1));
}

function spanOf(
	template: ChatTemplate,
	messages: readonly TemplateMessage[],
	turn: number,
	text: string,
	options: SpanOptions,
): Span {
	const before = messages.slice(0, turn);
	const content = messages[turn]?.content ?? '';
	const [plain, prompt] =
		turn === 0
			? ['', '']
			: [
					template.render(before, {...options, addGenerationPrompt: false}).text,
					template.render(before, {...options, addGenerationPrompt: true}).text,
				];
	const prompted = text.startsWith(prompt) && prompt !== plain;
	if (!prompted && !text.startsWith(plain))
		throw new Error(
			`chat template ${template.path}: expected the first ${turn} of ${messages.length} turns to render as the beginning of the whole chat, found that they differ at character ${commonLength(text, plain)}; train only the last turn, or give the template {% generation %} tags.`,
		);
	const from = prompted ? prompt.length : plain.length;
	const until = turn === messages.length - 1 ? text.length : endOf(template, messages, turn, text, options);
	const at = [content, content.trim()]
		.map((form) => ({place: text.indexOf(form, from), length: form.length}))
		.find(({place, length}) => place >= 0 && place + length <= until);
	if (!at && !prompted)
		throw new Error(
			`chat template ${template.path}: expected turn ${turn + 1} to hold what the assistant says as it is, found that it does not, and no generation prompt shows where it begins; give the template {% generation %} tags.`,
		);
	const start = prompted || !at ? from : at.place;
	return [start, endToken(text, at ? at.place + at.length : start, until, options.special)];
}

/** Where a turn in the middle ends at the latest: with the turn after it, since templates print the last one in other ways. */
const endOf = (
	template: ChatTemplate,
	messages: readonly TemplateMessage[],
	turn: number,
	text: string,
	options: SpanOptions,
): number => {
	const common = commonLength(
		text,
		template.render(messages.slice(0, turn + 2), {...options, addGenerationPrompt: false}).text,
	);
	// The chats may part within a special token that both begin with `<|`.
	const cut = [...text.matchAll(options.special)].find(
		({0: token, index}) => index < common && index + token.length > common,
	);
	return cut ? cut.index : common;
};

/** The end of the first special token after the answer; of the answer where there is none. */
function endToken(text: string, from: number, until: number, special: RegExp): number {
	const found = text.slice(from, until).search(special);
	if (found < 0) return from;
	const [token = ''] = [...text.slice(from + found, until).matchAll(special)][0] ?? [];
	return from + found + token.length;
}

function refuseEndless(template: ChatTemplate, said: string, special: RegExp): void {
	const last = [...said.matchAll(special)].at(-1);
	// White space after the end token may stand within `{% generation %}`.
	if (last && said.slice(last.index + last[0].length).trim() === '') return;
	throw new Error(
		`chat template ${template.path}: expected what the assistant says to end with a special token, found ${JSON.stringify(said.slice(-40))}; a model trained so would not learn to stop: end the turn with {{ eos_token }}, within {% generation %} where there is one.`,
	);
}

function commonLength(a: string, b: string): number {
	const most = Math.min(a.length, b.length);
	for (let at = 0; at < most; at++) if (a[at] !== b[at]) return at;
	return most;
}
