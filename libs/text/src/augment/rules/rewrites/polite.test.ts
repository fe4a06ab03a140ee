import test from 'ava';
import {polite, plain} from './polite.ts';
import {testRewrite} from './test-rewrite.ts';

testRewrite(test, polite);
testRewrite(test, plain);
