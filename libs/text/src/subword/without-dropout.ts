import {fieldsOf} from './json-fields.ts';

/** The text of a `tokenizer.json` without the dropout of merges, which is for training models and makes ids random. */
export function withoutDropout(text: string): string {
	const file = fieldsOf(JSON.parse(text));
	const model = fieldsOf(file.get('model'));
	if (typeof model.get('dropout') !== 'number') return text;
	return JSON.stringify({...Object.fromEntries(file), model: {...Object.fromEntries(model), dropout: null}});
}
