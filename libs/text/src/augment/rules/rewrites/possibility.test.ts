import test from 'ava';
import {possibility} from './possibility.ts';
import {testRewrite} from './test-rewrite.ts';

testRewrite(test, possibility);
