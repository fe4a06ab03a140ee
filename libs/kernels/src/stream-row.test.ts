import test from 'ava';
import {sample} from '../fixtures/arbitrary-batch.ts';
import {kernel} from './kernel.ts';
import {streamRow} from './stream-row.ts';

test('passes every stripe once, in order, and leaves the rest in the window', (t) => {
	const {input} = kernel();
	for (const length of [32, 63, input.length + 31, 2 * input.length, 2 * input.length + 40]) {
		const parts: Uint8Array[] = [];
		const rest = streamRow(sample(length), (size) => parts.push(input.slice(0, size)));
		t.is(rest, length % 32);
		t.true(parts.every((part) => part.length > 0 && part.length % 32 === 0));
		t.true(Buffer.concat([...parts, input.slice(0, rest)]).equals(sample(length)));
	}
});
