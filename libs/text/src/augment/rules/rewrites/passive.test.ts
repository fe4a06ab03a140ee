import test from 'ava';
import {passive} from './passive.ts';
import {testRewrite} from './test-rewrite.ts';

testRewrite(test, passive);
