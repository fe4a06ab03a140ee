import {fingerprint, MillraceError} from '@millrace/core';
import type {EmbeddingBackend, EmbedResponse} from '@millrace/text';
import {z} from 'zod';
import {answerFolder} from '../calls/answer-folder.ts';
import type {Claim} from '../calls/claim-file.ts';
import type {CallCounts} from '../calls/with-call-cache.ts';

/**
 * Keeps the vector of every text in a folder, by the fingerprint of the backend's identity and the text, so that no text is
 * paid for twice, in whatever company it comes: not by a run that is resumed, not by a night on which one document of a
 * thousand is new, not by several processes at once, of which one asks and the others wait. A call asks the backend once, for the
 * texts that have no vector yet. Files are as those of `withCallCache`, with which it shares a folder. Counts are of texts.
 */
export function withEmbeddingCache<More extends object>(
	backend: EmbeddingBackend & More,
	folder: string | URL,
): EmbeddingBackend & {readonly counts: () => CallCounts} & More {
	const answers = answerFolder(folder);
	let [kept, made] = [0, 0];
	const ask = async (texts: readonly string[], signal: AbortSignal | undefined): Promise<EmbedResponse> => {
		const response = await backend.call({texts}, signal ? {signal} : {});
		if (response.vectors.length === texts.length) return response;
		throw new MillraceError(
			'accounts',
			`backend ${backend.name}: expected vectors of ${texts.length} texts, found ${response.vectors.length}; mend the backend.`,
		);
	};
	return {
		...backend,
		counts: () => ({kept, made}),
		async call({texts}, {signal}) {
			signal?.throwIfAborted();
			const keys = new Map(
				texts.map((text) => [fingerprint({identity: backend.identity, request: {texts: [text]}}), text]),
			);
			const found = new Map<string, readonly number[]>();
			const missing: {readonly key: string; readonly text: string; readonly claim: Claim}[] = [];
			try {
				// In the order of keys, in which all processes claim: none waits for one that waits for it.
				for (const [key, text] of [...keys].sort(([a], [b]) => (a < b ? -1 : 1))) {
					let vector = vectorIn(await answers.read(key));
					while (!vector) {
						const claim = await answers.claim(key, signal);
						if (claim) {
							missing.push({key, text, claim});
							break;
						}
						vector = vectorIn(await answers.read(key));
					}
					if (!vector) continue;
					found.set(text, vector);
					kept++;
				}
				const asked = missing.map(({text}) => text).sort();
				const response = asked.length > 0 ? await ask(asked, signal) : undefined;
				for (const [index, text] of asked.entries()) found.set(text, response?.vectors[index] ?? []);
				for (const {key, text} of missing) await answers.keep(key, {vectors: [[...(found.get(text) ?? [])]]});
				made += missing.length;
				return {
					vectors: texts.map((text) => found.get(text) ?? []),
					...(response?.usage ? {usage: response.usage} : {}),
				};
			} finally {
				for (const {claim} of missing) await claim.release();
			}
		},
	};
}

const answerShape = z.looseObject({vectors: z.tuple([z.array(z.number())])});

/** An answer to another request cannot lie under the key; that of a call with one text can. */
function vectorIn(answer: unknown): readonly number[] | undefined {
	const parsed = answerShape.safeParse(answer);
	return parsed.success ? parsed.data.vectors[0] : undefined;
}
