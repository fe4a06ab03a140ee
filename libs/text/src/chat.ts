import type {Backend} from '@millrace/core';

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
}

/** What it answered. */
export interface ChatResponse {
	readonly text: string;
	/** Why it stopped: of itself, at the token limit, withheld by a filter, or anything else. */
	readonly finish: 'stop' | 'length' | 'filter' | 'other';
	/** Tokens used, where the backend tells. */
	readonly tokens?: {readonly prompt: number; readonly completion: number};
}

/** A chat model behind a stage. */
export type ChatBackend = Backend<ChatRequest, ChatResponse>;
