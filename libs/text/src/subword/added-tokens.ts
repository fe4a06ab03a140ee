import {fieldsOf} from './json-fields.ts';

/** A token that text is searched for before the model sees it. */
export interface AddedToken {
	readonly id: number;
	readonly content: string;
	/** Whether it is a control token, such as the end of a turn. */
	readonly special: boolean;
}

/** The added tokens of the text of a `tokenizer.json`. */
export function addedTokens(text: string): readonly AddedToken[] {
	return entries(JSON.parse(text)).flatMap((entry) => {
		const {id, content, special} = Object.fromEntries(fieldsOf(entry));
		return typeof id === 'number' && typeof content === 'string'
			? [{id, content, special: special === true}]
			: [];
	});
}

/** The text of the same tokenizer, which takes special tokens that are written out in a text for plain text. */
export function withoutSpecials(text: string): string {
	const parsed: unknown = JSON.parse(text);
	const kept = entries(parsed).filter((entry) => fieldsOf(entry).get('special') !== true);
	return JSON.stringify({...Object.fromEntries(fieldsOf(parsed)), added_tokens: kept});
}

function entries(parsed: unknown): readonly unknown[] {
	const found = fieldsOf(parsed).get('added_tokens');
	return Array.isArray(found) ? found : [];
}
