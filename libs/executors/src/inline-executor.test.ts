import {testExecutor} from '@millrace/testing';
import test from 'ava';
import {executorBench} from '../fixtures/executor-bench.ts';
import {inlineExecutor} from './inline-executor.ts';

testExecutor(test, 'inline', async (t) => executorBench(t, inlineExecutor()));
