export {listVersions, newestManifest, readManifest, versionFolder, type Manifest, type ManifestFile} from './publish/manifest.ts';
export type {EngineEvent, OnEvent} from './run/events.ts';
export {dryRun, refresh, type DryRunResult, type RefreshResult, type RunOptions} from './run/refresh.ts';
export {errorText} from './run/run-phase.ts';
export {runRanks} from './run/run-ranks.ts';
export type {StageAccount} from './work/accounts.ts';
