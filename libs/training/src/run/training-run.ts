import type {Runner, RunSpecification} from '@millrace/core';
import type {TrainingPlan} from '../plan/training-plan.ts';
import type {RunnerName} from '../runners/runner-name.ts';

/** A run that is ready to begin. */
export interface TrainingRun {
	readonly runner: Runner;
	readonly runnerName: RunnerName;
	readonly specification: RunSpecification;
	/** The name of the recipe. */
	readonly name: string;
	/** What was planned, where tokens are packed. */
	readonly plan?: TrainingPlan;
}
