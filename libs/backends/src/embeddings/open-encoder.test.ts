import {parseOptions} from '@millrace/core';
import test from 'ava';
import {filesOf, modelShape} from '../transformers/model-options.ts';
import {tinyModels} from '../transformers/tiny-models.ts';
import {openEncoder} from './open-encoder.ts';

const open = async (model: URL, longest = 512) => {
	const options = parseOptions('it', modelShape, {model});
	return openEncoder('it', filesOf('it', options, ['model'], false), {...options, longest});
};

test('gives numbers for each token, of texts no longer than the model takes', async (t) => {
	const encoder = await open(tinyModels.embed);
	t.teardown(encoder.dispose);
	t.is(encoder.longest, 128);
	const rows = ['I lost my card.', 'Why?'].map((text) => encoder.encode(text));
	t.deepEqual(
		await encoder.session.run(rows, ({length}) => length),
		rows.map(({length}) => length * 64),
	);
});

test('takes less than the model does where told so', async (t) => {
	const encoder = await open(tinyModels.embed, 20);
	t.teardown(encoder.dispose);
	t.is(encoder.longest, 20);
});

test('a model that gives no hidden states is an error that says what it gives', async (t) => {
	await t.throwsAsync(open(tinyModels.masked), {code: 'usage', message: /found logits; give the export/});
});
