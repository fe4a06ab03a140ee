import {parseOptions} from '@millrace/core';
import test from 'ava';
import {filesOf, modelShape} from './model-options.ts';
import {tinyModels} from './tiny-models.ts';

const files = (given: object) => () =>
	filesOf('x', parseOptions('x', modelShape, given), ['encoder_model'], true);
const revision = 'a'.repeat(40);

test('a model of the hub needs leave and a commit; its identity is both', (t) => {
	t.deepEqual(files({model: 'owner/name', allowRemote: true, revision})().identity, {
		model: 'owner/name',
		revision,
	});
	t.throws(files({model: 'owner/name', allowRemote: true}), {message: /found owner\/name at no revision/});
	t.throws(files({model: '../folder', allowRemote: true, revision}), {message: /"owner\/name"/});
	t.throws(files({model: 'owner/name', allowRemote: true, revision: 'main'}), {
		message: /since branches move/,
	});
	t.throws(files({model: tinyModels.enEs, revision}), {message: /revision acts only on models of the hub/});
});

test('without leave a name is a folder, and nothing is downloaded', (t) => {
	t.throws(files({model: 'owner/name'}), {code: 'missing', message: /the model folder owner\/name lacks/});
});

test('unknown options and dtypes are refused', (t) => {
	t.throws(files({model: 'x', device: 'cuda'}), {message: /unknown option "device"/});
	t.throws(files({model: 'x', dtype: 'fp16'}), {message: /dtype/});
});
