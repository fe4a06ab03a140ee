import test from 'ava';
import {parseSize} from './parse-size.ts';

for (const [text, bytes] of [
	['200MB', 200_000_000],
	['1.5 GB', 1_500_000_000],
	['64kib', 65_536],
	['1000', 1000],
	['0B', 0],
] as const) {
	test(`${text} is ${bytes} bytes`, (t) => {
		t.is(parseSize(text), bytes);
	});
}

for (const text of ['', 'MB', '12 XB', '-1MB', '1e3']) {
	test(`${JSON.stringify(text)} is refused with what to write`, (t) => {
		t.throws(() => parseSize(text), {
			code: 'usage',
			message: /expected a number with .*write for example 200MB/,
		});
	});
}
