import type {Backend, Json} from '@millrace/core';

/** One turn of a conversation. */
export interface ChatMessage {
	readonly role: 'system' | 'user' | 'assistant';
	readonly content: string;
}

/** What a chat model is asked; what is absent is the backend's own setting. */
export interface ChatRequest {
	readonly messages: readonly ChatMessage[];
	/** Where the model samples, equal seeds ask for equal answers. */
	readonly seed?: number;
	readonly temperature?: number;
	readonly maxTokens?: number;
	/** The JSON schema that the answer shall follow; who asks checks it all the same. */
	readonly format?: {readonly name: string; readonly schema: Json};
	/**
	 * Asks for the log-probability of each token, and of so many likeliest in its place. A backend that does not
	 * give them throws.
	 */
	readonly logprobs?: number;
}

/** What it answered. */
export interface ChatResponse {
	readonly text: string;
	/** Why it stopped: of itself, at the token limit, withheld by a filter, or anything else. */
	readonly finish: 'stop' | 'length' | 'filter' | 'other';
	/** One for each token of the answer, where they were asked for. */
	readonly logprobs?: readonly TokenLogprob[];
	/** Tokens used, where the backend tells; `reasoning` are those of the completion that the text does not show. */
	readonly tokens?: {readonly prompt: number; readonly completion: number; readonly reasoning?: number};
}

/** A token of an answer as the model weighed it. */
export interface TokenLogprob {
	readonly token: string;
	/** Natural logarithm of its probability. */
	readonly logprob: number;
	/** The likeliest tokens in its place, itself among them where it is one. */
	readonly top: readonly {readonly token: string; readonly logprob: number}[];
}

/** A chat model behind a stage. */
export type ChatBackend = Backend<ChatRequest, ChatResponse>;
