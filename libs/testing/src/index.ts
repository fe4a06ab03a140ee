export {arbitraryTable} from './arbitrary-table.ts';
export {
	chatServer,
	type Behaviour,
	type ChatServer,
	type ChatServerOptions,
	type ServedMessage,
	type ServedRequest,
} from './chat-server.ts';
export {CrashError, faultStore, type FaultPlan, type FaultStore} from './fault-store.ts';
export {memorySorter} from './memory-sorter.ts';
export {asSource, readSource, sourcesOf, type SourceRead} from './read-source.ts';
export {readerRows, type ReaderRow} from './reader-rows.ts';
export {runBarrier, type BarrierRun, type RunBarrierOptions} from './run-barrier.ts';
export {runStage, type RunStageOptions, type StageRow, type StageRun} from './run-stage.ts';
export {namesIn} from './store-content.ts';
export {tempFolder} from './temp-folder.ts';
export {testAugmenter, type AugmenterCase} from './test-augmenter.ts';
export {testBackend, type BackendCase} from './test-backend.ts';
export {testBarrier, type BarrierCase} from './test-barrier.ts';
export {testExecutor, type ExecutorBench, type Note} from './test-executor.ts';
export {testReader, type ReaderSuite} from './test-reader.ts';
export {testRunner, type RunnerBench} from './test-runner.ts';
export {testSpans, type SpanCase} from './test-spans.ts';
export {testStage, type StageCase} from './test-stage.ts';
export {testStore, type StoreSuite} from './test-store.ts';
export {testWriter, type WriterSuite} from './test-writer.ts';
export {spanTemplates, type SpanTemplate} from './span-templates.ts';
