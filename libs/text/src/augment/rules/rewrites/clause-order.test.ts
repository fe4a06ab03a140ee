import test from 'ava';
import {clauseFirst, clauseLast} from './clause-order.ts';
import {testRewrite} from './test-rewrite.ts';

testRewrite(test, clauseFirst);
testRewrite(test, clauseLast);
