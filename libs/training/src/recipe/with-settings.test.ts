import test from 'ava';
import {recipe} from './recipe.ts';
import {tinyBase} from './tiny-base.ts';
import {withSettings} from './with-settings.ts';

test('settings change a recipe by path, and are checked as it is', (t) => {
	const made = recipe({objective: 'causal-lm', base: tinyBase(), epochs: 2});
	const changed = withSettings(made, [
		{option: 'optimizer.learningRate', text: '0.01'},
		{option: 'steps', text: '7'},
		{option: 'columns.text', text: 'body'},
	]);
	t.like(changed.settings, {optimizer: {learningRate: 0.01}, steps: 7, columns: {text: 'body'}});
	t.is(changed.settings.epochs, undefined);
	t.is(made.settings.epochs, 2);
	t.throws(() => withSettings(made, [{option: 'optimiser.learningRate', text: '1'}]), {
		message: /unknown key "optimiser", did you mean "optimizer"\?/,
	});
	t.throws(() => withSettings(made, [{option: 'steps', text: 'many'}]), {
		message: /steps: .*expected number/,
	});
});

test('variants are set as a word, or by the keys of their judge', (t) => {
	const made = recipe({objective: 'classification', base: tinyBase(), variants: 'if-they-help'});
	t.is(withSettings(made, [{option: 'variants', text: 'drop'}]).settings.variants, 'drop');
	t.deepEqual(withSettings(made, [{option: 'variants.judge', text: 'runner'}]).settings.variants, {
		use: 'if-they-help',
		judge: 'runner',
		seeds: 5,
	});
});
