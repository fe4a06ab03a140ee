import {MillraceError} from '@millrace/core';
import {encoderSession, type EncoderSession} from '../transformers/encoder-session.ts';
import type {ModelFiles} from '../transformers/model-files.ts';
import type {ModelOptions} from '../transformers/model-options.ts';
import {sessionOf} from '../transformers/onnx-session.ts';
import {openSessions} from '../transformers/open-sessions.ts';

/** An open encoder. */
export interface Encoder {
	/** Tokens that it takes, those around a text among them. */
	readonly longest: number;
	readonly encode: (text: string) => number[];
	/** Of its hidden states. */
	readonly session: EncoderSession;
	readonly dispose: () => Promise<void>;
}

/** Opens an encoder of the BERT family by transformers.js. */
export async function openEncoder(
	owner: string,
	files: ModelFiles,
	options: ModelOptions & {readonly longest: number},
): Promise<Encoder> {
	const {sessions, tensors, tokenizer, config, dispose} = await openSessions(
		owner,
		'encoder',
		files,
		options,
	);
	try {
		const session = sessionOf(owner, sessions, 'model');
		const output = OUTPUTS.find((name) => session.outputNames.includes(name));
		if (output === undefined)
			throw new MillraceError(
				'usage',
				`${owner}: expected a model that gives ${OUTPUTS.join(' or ')}, found ${session.outputNames.join(', ')}; give the export of an encoder for feature extraction.`,
			);
		const limits: readonly unknown[] = [
			Reflect.get(config, 'max_position_embeddings'),
			files.tokenizer?.model_max_length,
		];
		return {
			longest: Math.min(options.longest, ...limits.filter((limit) => typeof limit === 'number')),
			encode: (text) => tokenizer.encodeWhole(text),
			session: await encoderSession(owner, session, tensors, output, options.batchRows),
			dispose,
		};
	} catch (error) {
		await dispose();
		throw error;
	}
}

/** As exported by Optimum, and by sentence-transformers. */
const OUTPUTS = ['last_hidden_state', 'token_embeddings'];
