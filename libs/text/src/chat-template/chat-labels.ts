import type {TokenSpans} from '../subword/subword-tokenizer.ts';
import type {Span} from './assistant-spans.ts';

/** The label of a token that is not trained. */
export const masked = -100;

/**
 * Labels of tokens, unshifted: the id where a token lies in one of the spans, even in part, else -100. As in
 * `return_assistant_tokens_mask` of transformers, all between the first and the last token of a span is trained.
 */
export function chatLabels({ids, starts, ends}: TokenSpans, spans: readonly Span[]): Int32Array {
	const labels = new Int32Array(ids.length).fill(masked);
	let token = 0;
	for (const [start, end] of spans) {
		while (token < ids.length && (ends[token] ?? 0) <= start) token++;
		let last = token;
		for (let next = token; next < ids.length && (starts[next] ?? 0) < end; next++) last = next + 1;
		for (; token < last; token++) labels[token] = ids[token] ?? masked;
	}
	// A packed row is shifted as one: a first label would be predicted from the document before.
	if (labels.length > 0) labels[0] = masked;
	return labels;
}
