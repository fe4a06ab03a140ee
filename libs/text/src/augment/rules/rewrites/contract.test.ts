import test from 'ava';
import {contract} from './contract.ts';
import {testRewrite} from './test-rewrite.ts';

testRewrite(test, contract);
