import test from 'ava';
import {testWriter} from '@millrace/testing';
import {toJsonl} from './to-jsonl.ts';

for (const compression of ['none', 'gzip', 'zstd'] as const) {
	testWriter(test, `toJsonl, ${compression}`, {
		writer: (options) => toJsonl({...options, compression}),
		json: true,
	});
}
