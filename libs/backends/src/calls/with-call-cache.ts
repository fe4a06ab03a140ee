import {fingerprint, type Backend} from '@millrace/core';
import {z} from 'zod';
import {answerFolder} from './answer-folder.ts';

export interface CallCounts {
	/** Calls answered from the folder. */
	readonly kept: number;
	/** Calls made. */
	readonly made: number;
}

/** A backend whose answers are kept. */
export type Cached<Request, Response> = Backend<Request, Response> & {readonly counts: () => CallCounts};

/**
 * Keeps every answer of a backend in a folder, by the fingerprint of the backend's identity (model, revision, options) and the
 * request (prompt, seed, input), so that nothing is asked twice: not by equal rows, not by a run that is resumed, not by
 * several processes at once, of which one asks and the others wait. Failures are not kept. Files are written whole, for
 * their owner alone; one whose content is not what was written is asked anew. The folder holds prompts' answers in plain
 * text, so treat it as the data. Answers must be plain JSON.
 */
export function withCallCache<Request, Response, More extends object>(
	backend: Backend<Request, Response> & More,
	folder: string | URL,
): Cached<Request, Response> & More {
	const answers = answerFolder(folder);
	const underWay = new Map<string, Promise<Response>>();
	let [kept, made] = [0, 0];
	// The digest has shown that it is what a call of this key gave.
	const isAnswer = (value: unknown): value is Response => value !== undefined;
	const answer = async (request: Request, key: string, signal?: AbortSignal): Promise<Response> => {
		const before = await answers.read(key);
		if (isAnswer(before)) {
			kept++;
			return before;
		}
		const claim = await answers.claim(key, signal);
		if (!claim) return answer(request, key, signal);
		try {
			const response = await backend.call(request, signal ? {signal} : {});
			made++;
			await answers.keep(key, z.json().parse(response));
			return response;
		} finally {
			await claim.release();
		}
	};
	return {
		...backend,
		counts: () => ({kept, made}),
		async call(request, {signal}) {
			signal?.throwIfAborted();
			const key = fingerprint({
				identity: backend.identity,
				request: z.json().parse(withoutUndefined(request)),
			});
			for (let other = underWay.get(key); other; other = underWay.get(key)) {
				// One that was aborted is no answer to this call.
				const response = await other.catch(() => undefined);
				signal?.throwIfAborted();
				if (response !== undefined) {
					kept++;
					return response;
				}
			}
			const own = answer(request, key, signal).finally(() => underWay.delete(key));
			underWay.set(key, own);
			return own;
		},
	};
}

/** JSON leaves such fields out too. */
const withoutUndefined = (value: unknown): unknown => JSON.parse(JSON.stringify(value));
