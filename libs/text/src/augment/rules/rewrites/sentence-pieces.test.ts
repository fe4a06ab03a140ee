import test from 'ava';
import fc from 'fast-check';
import {sentencePieces} from './sentence-pieces.ts';

const cases = [
	['One. Two!  Three?\n four', ['One.', 'Two!', 'Three?', 'four']],
	['It costs 3.50 now. v1.2 too', ['It costs 3.50 now.', 'v1.2 too']],
	[`Short. ${'long '.repeat(80)}. End.`, ['Short.', 'End.']],
	['', []],
] as const;

for (const [text, pieces] of cases)
	test(`cuts ${JSON.stringify(text.slice(0, 30))}`, (t) =>
		t.deepEqual(
			sentencePieces(text).map(({word}) => word),
			pieces,
		));

test('pieces stand where they say', (t) => {
	fc.assert(
		fc.property(fc.string(), (text) => {
			t.true(sentencePieces(text).every(({word, start, end}) => text.slice(start, end) === word));
		}),
	);
});
