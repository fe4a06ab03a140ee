/** What `/embeddings` answers to a request, as whole JSON, or what is wrong with the request. */
export function embeddingsAnswer(
	body: Readonly<Record<string, unknown>>,
	embed: (text: string) => readonly number[],
	honoursDimensions: boolean,
): {readonly fault: string} | {readonly answer: object} {
	const {input, model, dimensions, encoding_format: format} = body;
	const texts: readonly unknown[] = Array.isArray(input) ? input : [input];
	if (typeof model !== 'string') return {fault: 'you must provide a model parameter'};
	if (!texts.every((text) => typeof text === 'string') || texts.length === 0)
		return {fault: "'input' must be a text or a list of texts"};
	if (texts.includes('')) return {fault: "'input' cannot be an empty text"};
	if (format !== 'float') return {fault: "'encoding_format' other than float is not served here"};
	const wanted = honoursDimensions && typeof dimensions === 'number' ? dimensions : undefined;
	const tokens = texts.reduce((sum, text) => sum + text.split(/\s+/).length, 0);
	const data = texts.map((text, index) => ({
		object: 'embedding',
		index,
		embedding: embed(text).slice(0, wanted),
	}));
	// In no order: the protocol has an index.
	return {
		answer: {
			object: 'list',
			model,
			data: data.toReversed(),
			usage: {prompt_tokens: tokens, total_tokens: tokens},
		},
	};
}
