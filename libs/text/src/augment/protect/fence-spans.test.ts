import test from 'ava';
import {fenceSpans} from './fence-spans.ts';

const cases: readonly (readonly [title: string, text: string, spans: readonly string[]])[] = [
	['a block with its fences', 'a\n```ts\nb\n```\nc', ['```ts\nb\n```']],
	['two blocks', '~~~\na\n~~~\n\n```\nb\n```', ['~~~\na\n~~~', '```\nb\n```']],
	['an unclosed block, to the end', 'a\n```\nb\nc', ['```\nb\nc']],
	['a longer fence, which a shorter one does not close', '````\n```\n````', ['````\n```\n````']],
	['no fence of another mark within', '```\n~~~\n```', ['```\n~~~\n```']],
	['no info string with a backtick', '``` a`b ```\nc', []],
	['no fence that is indented by four', '    ```\n    a', []],
	['a fence with text after it does not close', '```\na\n``` b\nc', ['```\na\n``` b\nc']],
	['nothing', '', []],
];

for (const [title, text, spans] of cases)
	test(`takes ${title}`, (t) => {
		t.deepEqual(
			fenceSpans(text).map(({start, end}) => text.slice(start, end)),
			spans,
		);
	});
