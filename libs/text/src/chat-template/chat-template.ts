import {Environment, Interpreter, parse, tokenize} from '@huggingface/jinja';
import {MillraceError, sha256, type Json} from '@millrace/core';
import type {SpecialTokens} from '../subword/special-tokens.ts';
import {markGeneration, marksGeneration, takeMarks} from './generation-marks.ts';
import {pythonStrings} from './python-strings.ts';
import {strftime} from './strftime.ts';
import {usePythonStrings} from './use-python-strings.ts';

/** A turn as templates see it; keys that are null are left out, as transformers does. */
export interface TemplateMessage {
	readonly role: string;
	readonly content: string | null;
	readonly [key: string]: unknown;
}

export interface RenderOptions {
	/** Whether to end with what makes the assistant answer; false by default. */
	readonly addGenerationPrompt?: boolean;
	/** Tools as JSON schemas; none by default. */
	readonly tools?: readonly Json[];
	/** Other variables that the template reads, such as `enable_thinking`. */
	readonly variables?: Readonly<Record<string, Json>>;
	/** What `strftime_now` tells, in UTC; a template that asks without it is an error, since data must not depend on the day. */
	readonly now?: Date;
}

export interface RenderedChat {
	readonly text: string;
	/** The ranges within `{% generation %}`, in UTF-16 units; empty where the template has none. */
	readonly generated: readonly (readonly [number, number])[];
}

/** The chat template of a base model. */
export interface ChatTemplate {
	/** Where it was read, for errors. */
	readonly path: string;
	/** Whether it marks what the assistant says by `{% generation %}`. */
	readonly marksGeneration: boolean;
	/** Enters the fingerprint of a stage. */
	readonly identity: Json;
	/** The text that `apply_chat_template` renders. Throws an Error that says what the template or its engine refused. */
	render(messages: readonly TemplateMessage[], options?: RenderOptions): RenderedChat;
}

/** Parses a Jinja chat template; throws a MillraceError `usage` where it is not one. */
export function chatTemplate(source: string, path: string, specials: SpecialTokens = {}): ChatTemplate {
	const program = parsed(source, path);
	const marks = marksGeneration(source);
	return {
		path,
		marksGeneration: marks,
		identity: {template: sha256(source), specials: Object.fromEntries(Object.entries(specials).sort())},
		render(messages, {addGenerationPrompt = false, tools, variables = {}, now} = {}) {
			if (marks) refuseMarks(messages);
			const environment = new Environment();
			const values: Readonly<Record<string, unknown>> = {
				...constants,
				...specials,
				...variables,
				strftime_now: (format: unknown) => {
					if (now) return strftime(now, String(format));
					throw new Error('it prints the date of today, on which data must not depend; give a date');
				},
				messages: messages.map(present),
				tools: tools ?? null,
				documents: null,
				add_generation_prompt: addGenerationPrompt,
			};
			for (const [name, value] of Object.entries(values)) environment.set(name, value);
			const text = run(program, environment, path);
			if (!marks) return {text, generated: []};
			const taken = takeMarks(text);
			if (!taken) throw new Error(`chat template ${path}: its generation tags do not pair.`);
			return {text: taken.text, generated: taken.spans};
		},
	};
}

const constants = {
	...pythonStrings,
	true: true,
	false: false,
	none: null,
	True: true,
	False: false,
	None: null,
	range,
	raise_exception(message: unknown) {
		throw new Error(String(message));
	},
};

function parsed(source: string, path: string): ReturnType<typeof parse> {
	try {
		const program = parse(tokenize(markGeneration(source), {lstrip_blocks: true, trim_blocks: true}));
		usePythonStrings(program);
		return program;
	} catch (cause) {
		throw new MillraceError(
			'usage',
			`chat template ${path}: expected a Jinja template, found one that cannot be parsed (${messageOf(cause)}); mend it, or save the base again.`,
			{cause},
		);
	}
}

function run(program: ReturnType<typeof parse>, environment: Environment, path: string): string {
	let result;
	try {
		result = new Interpreter(environment).run(program);
	} catch (cause) {
		throw new Error(`chat template ${path}: ${messageOf(cause)}`, {cause});
	}
	if (typeof result.value !== 'string') throw new Error(`chat template ${path}: it rendered no text.`);
	return result.value;
}

const present = (message: TemplateMessage): unknown =>
	Object.fromEntries(Object.entries(message).filter(([, value]) => value !== null && value !== undefined));

function refuseMarks(messages: readonly TemplateMessage[]): void {
	const turn = messages.findIndex(({content}) => /[\ufdd0\ufdd1]/.test(content ?? ''));
	if (turn >= 0)
		throw new Error(
			`chat: turn ${turn + 1} holds U+FDD0 or U+FDD1, which are not characters and are kept for inner use; clean the text first.`,
		);
}

function range(start: number, stop?: number, step = 1): readonly number[] {
	const [from, to] = stop === undefined ? [0, start] : [start, stop];
	if (step === 0) throw new Error('range: the step must not be zero');
	return Array.from({length: Math.max(0, Math.ceil((to - from) / step))}, (_, index) => from + index * step);
}

const messageOf = (cause: unknown): string => (cause instanceof Error ? cause.message : String(cause));
