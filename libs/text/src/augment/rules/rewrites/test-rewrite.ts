import type {Rewrite} from './rewrite.ts';

/** What every rewrite keeps: its examples, its refusals, and its temper on hostile text. */
export function testRewrite(test: Test, {name, examples, refusals, of}: Rewrite): void {
	for (const [before, after] of examples) test(`${name}: ${before}`, (t) => t.deepEqual(of(before), [after]));
	for (const text of refusals) test(`${name} leaves: ${text}`, (t) => t.deepEqual(of(text), []));
	test(`${name} takes hostile text`, (t) => {
		for (const piece of [
			'a ',
			'the a ',
			'I want ',
			', ',
			' not',
			"n't ",
			'because ',
			`the ${'a'.repeat(27)} `,
		])
			t.true(of(piece.repeat(300).slice(0, 300)).length <= 1);
	});
}

/** What it needs of AVA. */
type Test = (title: string, run: (t: Assertions) => void) => void;

interface Assertions {
	deepEqual(actual: unknown, expected: unknown): unknown;
	true(actual: unknown): unknown;
}
