export {
	ablationKey,
	ablationPath,
	keepAblation,
	readAblation,
	type AblationInput,
} from './ablation/ablation-record.ts';
export {ablationRecipes, type AblationPair} from './ablation/ablation-recipes.ts';
export {
	judgedAblation,
	type AblationSubject,
	type RunOutcome,
	type SeedOutcome,
} from './ablation/judged-ablation.ts';
export type {RunnerAblation} from './ablation/runner-ablation.ts';
export {baseSha256} from './base/base-folder.ts';
export {bestFit, type Packs} from './pack/best-fit.ts';
export type {MemoryEstimate} from './plan/memory-estimate.ts';
export type {RunSteps} from './plan/run-steps.ts';
export {planTraining, type PlanOptions, type TrainingPlan} from './plan/training-plan.ts';
export {interpreterIn, makePython, pythonOf, type PythonEnvironment} from './python/python-environment.ts';
export {isRecipe, recipe, type Recipe} from './recipe/recipe.ts';
export type {RecipeInput, RecipeSettings} from './recipe/recipe-shape.ts';
export {tinyBase, type TinyBase} from './recipe/tiny-base.ts';
export {withSettings} from './recipe/with-settings.ts';
export {prepareLocal, type PrepareLocalOptions} from './run/prepare-local.ts';
export {prepareProbe} from './run/prepare-probe.ts';
export type {TrainingRun} from './run/training-run.ts';
export {localRunner, type LocalRunnerOptions} from './runners/local-runner.ts';
export {probeRunner} from './runners/probe-runner.ts';
export {readEvents} from './runners/recorded.ts';
export {runnerNames, type RunnerName} from './runners/runner-name.ts';
export type {Published, PublishedShard} from './shards/published.ts';
export type {TokenShards} from './shards/token-shards.ts';
export {
	gainSentence,
	gainText,
	variantDecision,
	type VariantDecision,
	type VariantVerdict,
} from './variants/variant-decision.ts';
export {demandVariants, type VariantAnswer} from './variants/variant-answer.ts';
export {usualSeeds, variantsSetting, type VariantsSetting} from './variants/variants-setting.ts';
