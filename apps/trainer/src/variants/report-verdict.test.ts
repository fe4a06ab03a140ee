import {readFileSync, rmSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {MillraceError} from '@millrace/core';
import {recipe, tinyBase, type RecipeInput, type VariantDecision} from '@millrace/training';
import test from 'ava';
import {publishedVaried} from '../../fixtures/harness.ts';
import {openPublished} from '../data/open-published.ts';
import {reportVerdict} from './report-verdict.ts';

const given: RecipeInput = {objective: 'classification', base: tinyBase(), variants: 'if-they-help'};

/** What is decided by the report of a version, once it is changed as the test says. */
async function opened(t: Parameters<typeof publishedVaried>[0]) {
	const folder = join(await publishedVaried(t, {reported: true, limit: 60}), 'varied');
	const published = await openPublished('varied', folder);
	const path = join(folder, 'reports/v000001.json');
	const made: unknown = JSON.parse(readFileSync(path, 'utf8'));
	const read = async (settings: RecipeInput = given): Promise<VariantDecision> =>
		reportVerdict({recipe: recipe(settings), published, folder, named: 'varied', elsewhere: false});
	const decide = async (changed: object, settings?: RecipeInput): Promise<VariantDecision> => {
		writeFileSync(path, JSON.stringify(Object.assign({}, made, changed)));
		return read(settings);
	};
	return {path, read, decide};
}

test('the report decides: variants that help are kept, all others are left out; what is missing is a sentence', async (t) => {
	const {path, read, decide} = await opened(t);
	const real = await decide({});
	t.like(real, {answer: 'drop', judge: 'report', metric: 'accuracy', verdict: 'no gain'});
	t.regex(
		real.sentence,
		/^variants are left out: no gain, 0\.0 points of held-out accuracy \(95 % interval .* to .*\), by the probe of the report, trained 25 times with them and without$/,
	);

	const row = {shots: null, trials: 25, originals: 48, variants: 48, without: 0.5, with: 0.6, gain: 0.1};
	const few = {...row, shots: 5, gain: -0.3, interval: [-0.4, -0.2], verdict: 'hurts'};
	for (const [verdict, interval, answer] of [
		['helps', [0.05, 0.15], 'keep'],
		['no gain', [-0.05, 0.25], 'drop'],
		['hurts', [-0.2, -0.1], 'drop'],
	] as const) {
		const ablation = [few, {...row, interval, verdict}];
		t.like(await decide({augmentation: {varied: 48, ablation}}), {answer, verdict, interval, gain: 0.1});
	}

	const body: RecipeInput = {...given, columns: {text: 'text', label: 'split'}};
	for (const [changed, settings, message] of [
		[
			{augmentation: undefined},
			given,
			/found a report of before variants were measured; run npx millrace report varied --version 1, or set variants: \{judge: 'runner'\} in the recipe\.$/,
		],
		[{augmentation: null}, given, /found no variants in its training split; /],
		[{augmentation: {varied: 0, ablation: null}}, given, /found no variant of any original; /],
		[{augmentation: {varied: 9, ablation: null}}, given, /found fewer than two labels; /],
		[{augmentation: {varied: 9, ablation: [few]}}, given, /found no trainings on all originals; /],
		[
			{},
			body,
			/expected a report on the columns text: text, label: split of the recipe, found one on text: text, label: label; name the same in export const report/,
		],
		[{roles: {}}, given, /found one on text: none, label: none; /],
	] as const) {
		const error = await t.throwsAsync(decide(changed, settings), {instanceOf: MillraceError});
		t.regex(error.message, message);
		t.regex(error.message, /^recipe for varied version 1: variants 'if-they-help': expected /);
	}

	rmSync(path);
	await t.throwsAsync(read(), {
		code: 'missing',
		message: /found no report; run npx millrace report varied --version 1, or/,
	});
});
