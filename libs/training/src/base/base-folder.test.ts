import {createHash} from 'node:crypto';
import {readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {pathToFileURL} from 'node:url';
import test from 'ava';
import {writeBase} from '../../fixtures/base.ts';
import {temporaryFolder} from '../../fixtures/published.ts';
import {baseFolder, baseSha256, baseSizes, checkBaseFolder} from './base-folder.ts';

test('a relative base is looked for beside the recipe', (t) => {
	const module = pathToFileURL('/pipelines/news/recipe.ts').href;
	t.is(baseFolder('../../bases/small', module), '/bases/small');
	t.is(baseFolder('/models/a', module), '/models/a');
	t.is(baseFolder(new URL('file:///models/b'), module), '/models/b');
});

test('the sizes come from the configuration and the headers of the weights', async (t) => {
	const folder = await writeBase(temporaryFolder(t));
	t.deepEqual(baseSizes(folder), {
		parameters: 2560,
		layers: 1,
		hidden: 8,
		heads: 1,
		vocabulary: 320,
		positions: 256,
	});
	writeFileSync(join(folder, 'model.safetensors'), 'none');
	t.throws(() => baseSizes(folder), {code: 'corrupt', message: /expected safetensors weights/});
});

test('the hash is over the hashes of the files by name, as the runner makes it', async (t) => {
	const folder = await writeBase(temporaryFolder(t));
	const sha = (data: string | Uint8Array): string => createHash('sha256').update(data).digest('hex');
	const lines = ['config.json', 'model.safetensors', 'tokenizer.json'].map(
		(name) => `${sha(readFileSync(join(folder, name)))}  ${name}\n`,
	);
	t.is(await baseSha256(folder), sha(lines.join('')));
});

test('weights in parts must all be there, and a pickle is not taken', async (t) => {
	const folder = await writeBase(temporaryFolder(t), ['model.safetensors']);
	writeFileSync(join(folder, 'pytorch_model.bin'), '');
	t.throws(
		() => {
			checkBaseFolder(folder, {chats: false});
		},
		{
			code: 'missing',
			message:
				/found model\.safetensors \(pytorch_model\.bin is a pickle, which is never loaded: convert it\) missing/,
		},
	);
	const map = {a: 'model-1.safetensors', b: 'model-2.safetensors'};
	writeFileSync(join(folder, 'model.safetensors.index.json'), JSON.stringify({weight_map: map}));
	writeFileSync(join(folder, 'model-1.safetensors'), '');
	t.throws(
		() => {
			checkBaseFolder(folder, {chats: true});
		},
		{message: /found model-2\.safetensors missing/},
	);
});
