import test from 'ava';
import {testWriter} from '@millrace/testing';
import {toArrow} from './to-arrow.ts';

testWriter(test, 'toArrow', {writer: (options) => toArrow(options)});
