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
