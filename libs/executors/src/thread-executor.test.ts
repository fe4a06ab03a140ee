import {testExecutor} from '@millrace/testing';
import test from 'ava';
import {executorBench} from '../fixtures/executor-bench.ts';
import {threadExecutor} from './thread-executor.ts';

testExecutor(test, 'threads', async (t) => executorBench(t, threadExecutor({workers: 2})));
