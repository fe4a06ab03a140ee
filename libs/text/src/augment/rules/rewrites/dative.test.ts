import test from 'ava';
import {dative, doubleObject} from './dative.ts';
import {testRewrite} from './test-rewrite.ts';

testRewrite(test, dative);
testRewrite(test, doubleObject);
