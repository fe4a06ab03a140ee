import test from 'ava';
import {recipeOf} from '../recipe/recipe.ts';
import {memoryEstimate} from './memory-estimate.ts';

const settingsOf = (given: object) =>
	recipeOf(
		{
			objective: 'causal-lm',
			base: {kind: 'tiny-base', layers: 1, hidden: 8, heads: 1, vocabulary: 300},
			context: 4096,
			batch: {sequences: 1},
			...given,
		},
		'test',
	).settings;

/** Llama 3.1 8B. */
const llama = {parameters: 8_030_261_248, layers: 32, hidden: 4096, heads: 32, vocabulary: 128_256};

test('full fine-tuning takes 16 bytes a parameter besides activations', (t) => {
	const {weights, gradients, optimizer} = memoryEstimate(settingsOf({}), llama, 0);
	t.is(weights + gradients + optimizer, 16 * llama.parameters);
});

test('LoRA keeps frozen weights and learns as many parameters as PEFT counts, within a tenth', (t) => {
	const method = {name: 'lora', rank: 16};
	const {trainable, weights, optimizer} = memoryEstimate(
		settingsOf({method, precision: 'bfloat16'}),
		llama,
		0,
	);
	// PEFT prints 41,943,040 for rank 16 on all linear layers, whose key and value parts are smaller than is assumed here.
	t.true(trainable > 41_943_040 * 0.9 && trainable < 41_943_040 * 1.25, String(trainable));
	t.true(weights < 2.2 * llama.parameters);
	t.is(optimizer, trainable * 8);
});

test('recomputation lowers activations', (t) => {
	const [kept, recomputed] = [false, true].map((recompute) =>
		memoryEstimate(settingsOf({recompute}), llama, 0),
	);
	t.true((recomputed?.activations ?? 0) < (kept?.activations ?? 0) / 2);
});
