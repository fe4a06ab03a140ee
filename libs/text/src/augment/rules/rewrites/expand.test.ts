import test from 'ava';
import {expand} from './expand.ts';
import {testRewrite} from './test-rewrite.ts';

testRewrite(test, expand);
