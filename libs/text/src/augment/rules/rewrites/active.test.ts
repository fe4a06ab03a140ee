import test from 'ava';
import {active} from './active.ts';
import {testRewrite} from './test-rewrite.ts';

testRewrite(test, active);
