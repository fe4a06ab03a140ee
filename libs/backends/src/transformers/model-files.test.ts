import {cp, rm, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {tempFolder} from '@millrace/testing';
import test from 'ava';
import {modelFiles} from './model-files.ts';
import {tinyModels} from './tiny-models.ts';

const sessions = ['encoder_model', 'decoder_model_merged'];

test('reads what a model says of itself, and a digest of each file', (t) => {
	const {config, tokenizer, identity, addedTokens} = modelFiles('x', tinyModels.enEs, sessions, 'q8', true);
	t.is(config?.model_type, 'marian');
	t.is(tokenizer?.source_lang, 'en');
	t.true(addedTokens.includes('</s>'));
	t.deepEqual(JSON.stringify(identity).match(/"[0-9a-f]{64}"/g)?.length, 6);
});

test('a model is named and told apart by its files, wherever its folder lies', async (t) => {
	const folder = join(tempFolder(t), 'tiny-marian-en-es');
	await cp(tinyModels.enEs, folder, {recursive: true});
	const there = modelFiles('x', tinyModels.enEs, sessions, 'q8', true);
	const copy = modelFiles('x', folder, sessions, 'q8', true);
	t.is(copy.name, 'tiny-marian-en-es');
	t.is(copy.name, there.name);
	t.deepEqual(copy.identity, there.identity);
	await writeFile(join(folder, 'onnx/encoder_model_quantized.onnx_data'), 'weights beside the graph');
	t.notDeepEqual(modelFiles('x', folder, sessions, 'q8', true).identity, there.identity);
});

test('one error names all that is missing and the layout', async (t) => {
	const folder = tempFolder(t);
	await cp(tinyModels.enEs, folder, {recursive: true});
	await rm(join(folder, 'tokenizer.json'));
	await rm(join(folder, 'onnx/encoder_model_quantized.onnx'));
	t.throws(() => modelFiles('x', folder, sessions, 'q8', true), {
		code: 'missing',
		message:
			/lacks tokenizer\.json, onnx\/encoder_model_quantized\.onnx; expected config\.json, generation_config\.json, tokenizer\.json, tokenizer_config\.json, onnx\/encoder_model_quantized\.onnx, onnx\/decoder_model_merged_quantized\.onnx/,
	});
	t.throws(() => modelFiles('x', tinyModels.enEs, sessions, 'fp32', true), {
		message: /lacks onnx\/encoder_model\.onnx, onnx\/decoder_model_merged\.onnx/,
	});
});

test('a file that is not what it should be is named', async (t) => {
	const folder = tempFolder(t);
	await cp(tinyModels.enEs, folder, {recursive: true});
	await writeFile(join(folder, 'config.json'), '{"model_type": 3}');
	t.throws(() => modelFiles('x', folder, sessions, 'q8', true), {code: 'corrupt', message: /config\.json/});
	await writeFile(join(folder, 'config.json'), 'no JSON');
	t.throws(() => modelFiles('x', folder, sessions, 'q8', true), {code: 'corrupt', message: /config\.json/});
});
