import type {ChatBackend, ChatRequest, ChatResponse} from '@millrace/text';

/** A model for tests and examples that answers by a function of the conversation and its seed. */
export const scriptedModel = (
	answer: (asked: string, request: ChatRequest) => string | ChatResponse,
): ChatBackend => ({
	name: 'scripted',
	identity: {name: 'scripted', answer: String(answer)},
	concurrency: 4,
	call: (request) => {
		const said = answer(request.messages.at(-1)?.content ?? '', request);
		return Promise.resolve(typeof said === 'string' ? {text: said, finish: 'stop'} : said);
	},
});

/** Writes pairs about the sentences of a document, as many as are wanted. */
export const pairWriter = scriptedModel((asked, {seed = 0}) => {
	const wanted = Number(/Pairs wanted: (\d+)/.exec(asked)?.[1] ?? 1);
	const sentences = (asked.split('Document:\n')[1] ?? '').split('. ');
	if (sentences[0] === 'Noise') return 'I cannot do that';
	const pairs = Array.from({length: wanted}, (_, index) => {
		const sentence = sentences[(seed + index) % sentences.length] ?? '';
		return {
			instruction: `Tell me what one should know of this: ${sentence.toUpperCase()}`,
			response: sentence,
		};
	});
	return JSON.stringify({pairs});
});
