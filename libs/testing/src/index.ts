export {arbitraryTable} from './arbitrary-table.ts';
export {namesIn} from './store-content.ts';
export {testStore, type StoreSuite} from './test-store.ts';
export {runBarrier, type BarrierRun, type RunBarrierOptions} from './run-barrier.ts';
export {runStage, type RunStageOptions, type StageRow, type StageRun} from './run-stage.ts';
export {testBarrier, type BarrierCase} from './test-barrier.ts';
export {testStage, type StageCase} from './test-stage.ts';
