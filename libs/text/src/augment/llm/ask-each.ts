import {MillraceError} from '@millrace/core';
import type {TextFault, Usage} from '../augmenter.ts';
import type {StructuredAnswer} from './ask-structured.ts';

/** What came of asking a chat model once for each of several texts. */
export interface AskedTexts<T> {
	/** One for each text; undefined for one that is empty, which is not asked about. */
	readonly answers: readonly (TextAnswer<T> | undefined)[];
	readonly usage: Usage;
	/** For each text what its call took; null where the endpoint does not tell, or was not asked. */
	readonly usages: readonly (Usage | null)[];
}

/** An answer that was understood, or why there is none and what was said instead. */
export type TextAnswer<T> =
	| {readonly value: T; readonly usage: Usage | null}
	| {
			readonly value?: undefined;
			readonly fault: TextFault;
			readonly detail: string;
			readonly usage: Usage | null;
	  };

/**
 * Asks about each text by itself. A request that the model refuses for what it holds, and one that fails though
 * it was tried again, are faults of their text. Where all fail, or ten before any is answered, a failure is thrown,
 * since then it is the endpoint's, and calls under way are given up.
 */
export async function askEach<T>(
	texts: readonly string[],
	ask: (text: string, index: number, signal: AbortSignal) => Promise<StructuredAnswer<T>>,
	signal?: AbortSignal,
): Promise<AskedTexts<T>> {
	const failures: MillraceError[] = [];
	const ending = new AbortController();
	const either = signal ? AbortSignal.any([signal, ending.signal]) : ending.signal;
	let answered = false;
	const answers = await Promise.all(
		texts.map(async (text, index): Promise<TextAnswer<T> | undefined> => {
			if (text.trim() === '') return undefined;
			try {
				const answer = await ask(text, index, either);
				answered = true;
				const {tokens} = answer.response;
				const usage = tokens
					? {requests: 1, inputTokens: tokens.prompt, outputTokens: tokens.completion}
					: null;
				return answer.fault === undefined
					? {value: answer.value, usage}
					: {fault: {fault: answer.fault}, detail: answer.detail, usage};
			} catch (error) {
				signal?.throwIfAborted();
				if (!(error instanceof Error)) throw error;
				if (!(error instanceof MillraceError))
					return {fault: {fault: 'refused'}, detail: error.message, usage: null};
				if (error.code !== 'temporary') throw error;
				failures.push(error);
				// Who is down need not be asked about all the others.
				if (!answered && failures.length >= MOST_FAILURES) throw error;
				return {fault: {failed: error.message}, detail: '', usage: null};
			}
		}),
	).catch((error: unknown) => {
		ending.abort(error);
		throw error;
	});
	const asked = answers.filter((answer) => answer !== undefined);
	if (failures[0] && failures.length === asked.length) throw failures[0];
	return {
		answers,
		usage: {
			requests: asked.length,
			inputTokens: asked.reduce((sum, {usage}) => sum + (usage?.inputTokens ?? 0), 0),
			outputTokens: asked.reduce((sum, {usage}) => sum + (usage?.outputTokens ?? 0), 0),
		},
		usages: answers.map((answer) => answer?.usage ?? null),
	};
}

const MOST_FAILURES = 10;
