import type {Json} from './json.ts';

/** A model behind a stage. Every implementation passes `testBackend` of `@millrace/testing`. */
export interface Backend<in Request, out Response> {
	readonly name: string;
	/** Model, revision and all that changes an answer; never a key. Enters the fingerprint of the stage. */
	readonly identity: Json;
	/** Calls under way at once. */
	readonly concurrency: number;
	/** Answers one request; throws a MillraceError `temporary` where trying again later may help. */
	call(request: Request, options: {readonly signal?: AbortSignal}): Promise<Response>;
	/** Frees what it holds; a later call opens it again. */
	close?(): Promise<void>;
}
