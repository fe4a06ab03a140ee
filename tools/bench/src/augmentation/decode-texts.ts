import {pipeline, env} from '@huggingface/transformers';
import {transformersTranslation} from '@millrace/backends';
import {z} from 'zod';
import {tinyMarian} from './tiny-marian.ts';

/** What a translator made of texts: tokens of the answers, the ends of which count. */
export interface Decoded {
	readonly rows: number;
	/** Counted when asked for, so that counting takes none of the time. */
	readonly tokens: () => number;
}

/** Translates texts from English to Spanish by the backend, so many at once. */
export async function decodeTexts(texts: readonly string[], size: number): Promise<() => Promise<Decoded>> {
	const backend = transformersTranslation({model: tinyMarian('en-es'), batchRows: size});
	const translate = async (part: readonly string[]): Promise<number> => {
		const seeds = part.map(() => 0);
		const {usage} = await backend.call({texts: part, from: 'en', to: 'es', seeds}, {});
		return usage?.outputTokens ?? 0;
	};
	// The first call opens the model.
	await translate(texts.slice(0, 8));
	return async () => {
		let tokens = 0;
		for (const part of size > 1 ? [texts] : texts.map((text) => [text])) tokens += await translate(part);
		return {rows: texts.length, tokens: () => tokens};
	};
}

/** The same by the pipeline of transformers.js, text by text, with as many threads and the same limit of tokens. */
export async function pipelineTexts(texts: readonly string[]): Promise<() => Promise<Decoded>> {
	env.allowRemoteModels = false;
	const translator = await pipeline('translation', tinyMarian('en-es'), {
		dtype: 'q8',
		local_files_only: true,
		session_options: {intraOpNumThreads: 1, interOpNumThreads: 1},
	});
	const limits = texts.map((text) =>
		Math.min(MOST_TOKENS, 2 * translator.tokenizer.encode(text).length + 20),
	);
	const translate = async (text: string, most: number): Promise<string> => {
		const [answer] = translations.parse(await translator(text, {max_new_tokens: most}));
		return answer?.translation_text ?? '';
	};
	await translate('Where is my card?', 30);
	const answers: string[] = [];
	return async () => {
		for (const [index, text] of texts.entries()) answers.push(await translate(text, limits[index] ?? 50));
		return {
			rows: texts.length,
			tokens: () => answers.reduce((sum, answer) => sum + translator.tokenizer.encode(answer).length, 0),
		};
	};
}

/** The models take 128, the first of which is fed. */
const MOST_TOKENS = 127;

const translations = z.array(z.object({translation_text: z.string()}));
