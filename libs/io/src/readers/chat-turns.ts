import {bool, list, nearest, struct, utf8} from '@millrace/core';
import {isObject, ownValue, type JsonObject} from './json-conversion.ts';

/** A chat as all chat readers give it. */
export interface Chat {
	/** Turns in order; a role is `system`, `user`, `assistant` or `tool`. */
	readonly messages: readonly ChatTurn[];
	/** For each turn, whether a model should learn it: the assistant's, unless their weight is 0. */
	readonly train: readonly boolean[];
}

export interface ChatTurn {
	readonly role: string;
	readonly content: string;
}

export const chatColumns = {messages: list(struct({role: utf8, content: utf8})), train: list(bool)};

/** A turn with what decides whether it is learnt. */
export interface ReadTurn extends ChatTurn {
	readonly train: boolean;
}

/**
 * Reads the turns of a chat, each by `read`, which says why where it cannot. Says what is wrong where the list is
 * none or empty, and where nobody asks.
 */
export function chatTurns(
	where: string,
	given: unknown,
	read: (turn: JsonObject) => ReadTurn | string,
): readonly ReadTurn[] | string {
	if (!Array.isArray(given)) return `${where}: expected a list of turns, found ${shown(given)}`;
	const items: readonly unknown[] = given;
	if (items.length === 0) return `${where}: expected a chat, found an empty one`;
	const turns: ReadTurn[] = [];
	for (const [index, item] of items.entries()) {
		const turn = isObject(item) ? read(item) : `expected an object, found ${shown(item)}`;
		if (typeof turn === 'string') return `${where}: turn ${index + 1}: ${turn}`;
		turns.push(turn);
	}
	return turns;
}

/** The chat of some turns, or why it is none. */
export function chatOf(
	turns: readonly ReadTurn[],
	strict: boolean,
): readonly [messages: unknown, train: unknown] | string {
	if (!turns.some(({role}) => role === 'user'))
		return `expected a chat with a user turn, found ${turns.map(({role}) => role).join(', ')}`;
	const ill = strict ? turns.findIndex(({content}) => !content.isWellFormed()) : -1;
	if (ill !== -1) return `turn ${ill + 1}: the text holds a lone surrogate`;
	return [turns.map(({role, content}) => ({role, content})), turns.map(({train}) => train)];
}

/** The turns with the system prompt that stands beside them; an empty one is none. */
export function withSystem(system: unknown, turns: readonly ReadTurn[]): readonly ReadTurn[] | string {
	if (system === undefined || system === null || system === '') return turns;
	if (typeof system !== 'string') return `system: expected text, found ${shown(system)}`;
	const [first] = turns;
	if (first?.role !== 'system') return [{role: 'system', content: system, train: false}, ...turns];
	return first.content === system ? turns : 'expected one system prompt, found another as first turn';
}

/** Reads whose turn it is, by the names that a format knows. */
export function roleOf(
	given: unknown,
	known: Readonly<Record<string, string>>,
): {readonly role: string} | string {
	if (typeof given !== 'string') return `expected a role, found ${shown(given)}`;
	const name = given.trim().toLowerCase();
	if (Object.hasOwn(known, name)) return {role: known[name] ?? name};
	const meant = nearest(name, Object.keys(known));
	return `unknown role ${shown(given)}${meant === undefined ? '' : `, perhaps ${meant} was meant`}; known are ${Object.keys(known).join(', ')}`;
}

/** Whether a turn is to be learnt, by its role and its `weight`, which is 0 or 1 where it is given. */
export function isTrained(role: string, turn: JsonObject): boolean | string {
	if (role !== 'assistant') return false;
	const weight = ownValue(turn, 'weight') ?? 1;
	return weight === 0 || weight === 1 ? weight === 1 : `expected a weight of 0 or 1, found ${shown(weight)}`;
}

/** A field that holds JSON, or text that does, as text. */
export function jsonText(value: unknown): string | null {
	if (value === undefined || value === null || value === '') return null;
	return typeof value === 'string' ? value : JSON.stringify(value);
}

/** A value as errors show it. */
export function shown(value: unknown): string {
	if (value === undefined) return 'nothing';
	if (Array.isArray(value)) return 'a list';
	return isObject(value) ? 'an object' : JSON.stringify(value).slice(0, 60);
}
