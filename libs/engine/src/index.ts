export {explainRow, type ExplainOptions} from './explain/explain-row.ts';
export type {
	ColumnChange,
	ExplainedRow,
	ExplainedStep,
	Explanation,
	MadeRow,
	Outcome,
	RuleVerdict,
} from './explain/explanation.ts';
export {rowsById, rowsByText, type Fate, type FoundRow} from './explain/find-rows.ts';
export {lockHolder} from './inspect/lock-holder.ts';
export {preview, type PreviewStep} from './inspect/preview.ts';
export {readShard} from './inspect/read-shard.ts';
export {storeUse, type Amount, type StoreUse} from './inspect/store-use.ts';
export type {PreviewLoss, PreviewRow} from './inspect/trace-rows.ts';
export {verifyVersion, type Verification, type VerifyOptions} from './inspect/verify-version.ts';
export {versionRows, type RowChoice} from './inspect/version-rows.ts';
export type {LockHolder} from './lock.ts';
export {
	listVersions,
	newestManifest,
	readManifest,
	versionFolder,
	type Manifest,
	type ManifestFile,
	type ManifestRule,
} from './publish/manifest.ts';
export type {EngineEvent, OnEvent} from './run/events.ts';
export {dryRun, refresh, type DryRunResult, type RefreshResult, type RunOptions} from './run/refresh.ts';
export {errorText} from './run/run-phase.ts';
export {loadPipeline} from './run/run-plan.ts';
export {runRanks} from './run/run-ranks.ts';
export {droppedRows, type StageAccount} from './work/accounts.ts';
export {departedSchema} from './work/departed.ts';
export {whatIf, type SweptRule, type SweptThreshold, type WhatIfOptions} from './what-if/what-if.ts';
