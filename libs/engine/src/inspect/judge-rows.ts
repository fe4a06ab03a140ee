import {concatTables, memoryStore, takeRows} from '@millrace/io';
import {MillraceError, type BarrierBody, type ColumnType, type Schema, type Store} from '@millrace/core';
import {emptyAccount, type StageAccount} from '../work/accounts.ts';
import {applyVerdicts} from '../work/apply-verdicts.ts';
import {moveRows, type Batch, type Departed} from '../work/apply-stage.ts';
import {getCached, type CachedObject} from '../work/cached-object.ts';
import {writeLayer} from '../work/layer.ts';
import {runDecide} from '../work/run-decide.ts';
import {runExtract} from '../work/run-extract.ts';
import type {NamedStep} from '../work/segment.ts';

/** What a barrier made of rows that are all in memory. */
export interface Judged {
	readonly batch: Batch;
	readonly account: StageAccount;
	readonly dropped: readonly Departed[];
}
