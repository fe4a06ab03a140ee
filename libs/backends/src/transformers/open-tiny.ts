import {parseOptions} from '@millrace/core';
import {filesOf, modelShape} from './model-options.ts';
import {openSeq2seq, type OpenSeq2seq} from './open-seq2seq.ts';

/** Opens a sequence-to-sequence model of the tests. */
export async function openTiny(model: URL): Promise<OpenSeq2seq> {
	const options = parseOptions('tiny', modelShape, {model});
	return openSeq2seq(
		'tiny',
		filesOf('tiny', options, ['encoder_model', 'decoder_model_merged'], true),
		options,
	);
}
