import {cp, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {parseOptions} from '@millrace/core';
import {tempFolder} from '@millrace/testing';
import test from 'ava';
import {filesOf, modelShape} from './model-options.ts';
import {openSessions} from './open-sessions.ts';
import {tinyModels} from './tiny-models.ts';

test('a model file that is damaged is an error that names the model', async (t) => {
	const folder = tempFolder(t);
	await cp(tinyModels.enEs, folder, {recursive: true});
	await writeFile(join(folder, 'onnx/encoder_model_quantized.onnx'), 'no model');
	const options = parseOptions('x', modelShape, {model: folder});
	const files = filesOf('x', options, ['encoder_model', 'decoder_model_merged'], true);
	await t.throwsAsync(openSessions('x', 'seq2seq', files, options), {
		code: 'usage',
		message: /x: the model .* does not open: /,
	});
});
