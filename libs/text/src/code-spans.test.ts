import test from 'ava';
import {codeSpans} from './code-spans.ts';

const cases = [
	['finds a span', 'a `b` c', ['`b`']],
	['pairs equal runs only', '`` a ` b `` c `d`', ['`` a ` b ``', '`d`']],
	['leaves a run without a partner', '`a `` b', []],
	['spans lines', 'a `b\nc` d', ['`b\nc`']],
	['finds none where there is no backtick', 'a', []],
] as const;

for (const [title, text, spans] of cases) {
	test(title, (t) => {
		t.deepEqual(
			codeSpans(text).map(([start, end]) => text.slice(start, end)),
			[...spans],
		);
	});
}

test('reads a text of unmatched runs in one pass', (t) => {
	const text = Array.from({length: 2000}, (_, length) => '`'.repeat(length + 1)).join(' ');
	t.deepEqual(codeSpans(text), []);
});
