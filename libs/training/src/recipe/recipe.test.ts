import {MillraceError} from '@millrace/core';
import test, {type ExecutionContext} from 'ava';
import {isRecipe, recipe, recipeOf} from './recipe.ts';
import {variantsSetting} from '../variants/variants-setting.ts';
import {tinyBase} from './tiny-base.ts';

const faultOf = (t: ExecutionContext, given: unknown): string => {
	const error = t.throws(() => recipeOf(given, 'recipe.ts'), {instanceOf: MillraceError, code: 'usage'});
	return error.message;
};

test('a recipe needs an objective and a base; the rest has defaults', (t) => {
	const made = recipe({objective: 'causal-lm', base: tinyBase()});
	t.true(isRecipe(made));
	t.like(made.settings, {
		context: 512,
		overLength: 'error',
		method: {name: 'full'},
		optimizer: {name: 'adamw', learningRate: 2e-4, betas: [0.9, 0.95]},
		splits: {train: 'train', validation: 'validation'},
		seed: 0,
	});
	t.regex(made.module, /recipe\.test\.ts$/, 'a relative base is looked for from here');
});

test('one error names every unknown key with the one that was meant, and every bad value', (t) => {
	const message = faultOf(t, {
		objective: 'classification',
		base: 'bases/small',
		colums: {},
		columns: {txt: 'body'},
		optimizer: {learning_rate: 1e-3},
		context: 0,
		overLength: 'split',
		method: {name: 'lora', ranks: 4},
	});
	t.regex(message, /^recipe recipe\.ts: /);
	for (const part of [
		/unknown key "colums", did you mean "columns"\?/,
		/unknown key "columns\.txt", did you mean "text"\? \(known are label, text\)/,
		/unknown key "optimizer\.learning_rate", did you mean "learningRate"\?/,
		/unknown key "method\.ranks", did you mean "rank"\? \(known are alpha, dropout, name, rank, targets\)/,
		/context: Too small/,
		/overLength: Invalid option: expected one of "error"\|"truncate"\|"drop"/,
	])
		t.regex(message, part);
});

test('an objective or a base that is none is a sentence', (t) => {
	t.regex(faultOf(t, {base: tinyBase()}), /objective: /);
	t.regex(
		faultOf(t, {objective: 'causal-lm', base: 5}),
		/base: expected tinyBase\(\{\.\.\.\}\), or the folder of a base model/,
	);
	t.regex(faultOf(t, undefined), /^recipe recipe\.ts: /);
});

test('what contradicts itself is named', (t) => {
	const common = {objective: 'causal-lm', base: tinyBase({context: 64})};
	t.regex(
		faultOf(t, {...common, context: 64, steps: 5, epochs: 1}),
		/expected epochs or steps, found both \(1 and 5\)/,
	);
	t.regex(
		faultOf(t, {...common, context: 128}),
		/context: expected at most the 64 positions of the base, found 128/,
	);
	t.regex(
		faultOf(t, {...common, context: 64, columns: {text: 'a', messages: 'b', labels: 'c'}}),
		/columns: expected one of text, messages and input_ids, found text and messages; columns\.labels: expected columns\.input_ids/,
	);
	t.regex(faultOf(t, {...common, context: 64, name: 'shared'}), /name: expected another name/);
});

test('what becomes of variants has short forms and a long one, and is strict', (t) => {
	const common = {objective: 'classification', base: tinyBase()};
	const variantsOf = (variants?: unknown) =>
		variantsSetting(recipeOf(variants === undefined ? common : {...common, variants}, 'test').settings);
	t.deepEqual(variantsOf(), {use: 'keep'});
	t.deepEqual(variantsOf('drop'), {use: 'drop'});
	const byReport = {use: 'if-they-help', judge: 'report', seeds: 5} as const;
	for (const given of ['if-they-help', {}, {use: 'if-they-help'}]) t.deepEqual(variantsOf(given), byReport);
	t.deepEqual(variantsOf({judge: 'runner', seeds: 3}), {use: 'if-they-help', judge: 'runner', seeds: 3});
	for (const [variants, fault] of [
		[
			'dorp',
			/variants: expected 'keep', 'drop', 'if-they-help' or \{judge: 'report' or 'runner', seeds\}, found "dorp"; did you mean 'drop'\?/,
		],
		[7, /variants: expected 'keep', .*, found 7\.$/],
		[{use: 'drop'}, /variants\.use: .*expected "if-they-help"/],
		[
			{judg: 'runner'},
			/unknown key "variants\.judg", did you mean "judge"\? \(known are judge, seeds, use\)/,
		],
		[{judge: 'me', seeds: 1}, /variants\.judge: .*"report"\|"runner"; variants\.seeds: Too small/],
	] as const)
		t.regex(faultOf(t, {...common, variants}), fault);
	t.regex(
		faultOf(t, {...common, objective: 'causal-lm', variants: 'if-they-help'}),
		/variants: expected \{judge: 'runner'\} for causal-lm, found the report as the judge/,
	);
});
