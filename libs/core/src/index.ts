export type {Backend} from './backend.ts';
export type {Barrier, BarrierBody, DecideContext, Key, RowRef, Sorter, Verdict} from './barrier.ts';
export {recordBatch, rowsOf, sameRoles, type AnyRow, type RecordBatch} from './batch.ts';
export {
	binary,
	bool,
	float32,
	float64,
	int32,
	int64,
	list,
	nullable,
	struct,
	timestamp,
	utf8,
	type Column,
	type Columns,
	type ColumnType,
	type RowOf,
	type Scalar,
	type ValueOf,
} from './column.ts';
export {isAssignable, typeName, valueFault} from './column-type.ts';
export {configurable, declaredPipeline, type Configurable} from './configurable.ts';
export {defineBarrier, type BarrierFactory, type KeyOf, type VerdictOf} from './define-barrier.ts';
export {defineStage, type StageFactory} from './define-stage.ts';
export {fingerprint, sha256} from './digest.ts';
export {MillraceError, type ErrorCode} from './errors.ts';
export type {Ended, Executor, Handle, Poll, Submission} from './executor.ts';
export {canonicalJson, type Json} from './json.ts';
export type {Mapped, RowContext} from './map-rows.ts';
export {nearest} from './nearest.ts';
export {optionsJson, parseOptions, type OptionShape, type OptionsIn, type OptionsOut} from './options.ts';
export {callerModule, type Origin} from './origin.ts';
export {
	pipeline,
	type Card,
	type Extend,
	type Node,
	type Pipeline,
	type PipelinePlan,
	type PipelineSettings,
} from './pipeline.ts';
export type {Projection} from './projection.ts';
export {random, type Random} from './random.ts';
export type {CutPiece, Piece, ReadBatch, Reader, ReadQuarantine, SourceFile} from './reader.ts';
export type {Names, RenamedRow} from './rename.ts';
export {breaksRule, type BoundRule, type Comparison, type Rule} from './rule.ts';
export type {RunEvent, Runner, RunShard, RunSpecification} from './runner.ts';
export {columnFaults, schemaAfter, typeOf, type Schema} from './schema.ts';
export {rowSeed, stageKey} from './seed.ts';
export type {Awaitable, BatchContext, Drop, Output, Quarantine, Queue, Stage, StageBody} from './stage.ts';
export type {AnyStep, Rest, Step} from './step.ts';
export type {Store} from './store.ts';
export {decodeUtf8, encodeUtf8, type Utf8} from './utf8.ts';
export {gatherVector, sliceVector, textVector, vector, type Vector} from './vector.ts';
export type {Table, Writer} from './writer.ts';
