import test from 'ava';
import {timeFirst, timeLast} from './time-first.ts';
import {testRewrite} from './test-rewrite.ts';

testRewrite(test, timeFirst);
testRewrite(test, timeLast);
