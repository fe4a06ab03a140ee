import type {Manifest} from '../publish/manifest.ts';

/** What a run tells while it works, in this order; plain data. */
export type EngineEvent =
	| {readonly type: 'start'; readonly pipeline: string; readonly plan: string}
	| {readonly type: 'sources'; readonly files: number; readonly bytes: number; readonly changed: number}
	| {readonly type: 'phase'; readonly phase: string; readonly total: number; readonly cached: number}
	| {readonly type: 'progress'; readonly phase: string; readonly done: number; readonly total: number}
	| {readonly type: 'warn'; readonly message: string}
	| {readonly type: 'unchanged'; readonly version: number}
	| {readonly type: 'published'; readonly version: number; readonly manifest: Manifest};

export type OnEvent = (event: EngineEvent) => void;
