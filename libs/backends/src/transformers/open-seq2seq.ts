import {batchInvariant} from './batch-invariance.ts';
import type {ModelTokens} from './decode/score-rules.ts';
import type {ModelFiles} from './model-files.ts';
import type {ModelOptions} from './model-options.ts';
import {modelTokens} from './model-tokens.ts';
import {sessionOf} from './onnx-session.ts';
import {openSessions, type Tokenizer} from './open-sessions.ts';
import {seq2seqModel, type Seq2seqModel} from './seq2seq-model.ts';

/** Opens a model by transformers.js, and finds out whether rows may run together. */
export async function openSeq2seq(
	owner: string,
	files: ModelFiles,
	options: ModelOptions,
): Promise<OpenSeq2seq> {
	const {sessions, tensors, tokenizer, config, generation, dispose} = await openSessions(
		owner,
		'seq2seq',
		files,
		options,
	);
	const model = seq2seqModel(
		owner,
		sessionOf(owner, sessions, 'model'),
		sessionOf(owner, sessions, 'decoder_model_merged'),
		tensors,
	);
	const tokens = modelTokens(owner, config, generation);
	const vocabulary: unknown = Reflect.get(config, 'vocab_size');
	const limits: readonly unknown[] = [
		Reflect.get(config, 'max_position_embeddings'),
		Reflect.get(config, 'n_positions'),
		files.tokenizer?.model_max_length,
	];
	return {
		model,
		tokenizer,
		tokens,
		longest: Math.min(DEFAULT_LONGEST, ...limits.filter((limit) => typeof limit === 'number')),
		together: await batchInvariant(model, typeof vocabulary === 'number' ? vocabulary : 100, tokens.start),
		dispose,
	};
}

/** What models without a limit of their own were mostly trained on. */
const DEFAULT_LONGEST = 512;
/** An open sequence-to-sequence model. */
export interface OpenSeq2seq {
	readonly model: Seq2seqModel;
	readonly tokenizer: Tokenizer;
	readonly tokens: ModelTokens;
	/** Tokens that it takes and gives at most. */
	readonly longest: number;
	/** Whether rows may run together, since a row is then the same as alone. */
	readonly together: boolean;
	readonly dispose: () => Promise<void>;
}
