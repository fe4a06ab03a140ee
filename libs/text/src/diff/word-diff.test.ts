import test from 'ava';
import fc from 'fast-check';
import {wordDiff} from './word-diff.ts';

const shown = (before: string, after: string): string =>
	wordDiff(before, after)
		.map(({kind, text}) => (kind === 'same' ? text : kind === 'removed' ? `[-${text}-]` : `{+${text}+}`))
		.join('');

const cases = [
	{
		title: 'words are replaced whole',
		before: 'the red mill',
		after: 'the grey mill',
		diff: 'the [-red-]{+grey+} mill',
	},
	{title: 'runs of spaces are one word', before: 'a  b', after: 'a b', diff: 'a[-  -]{+ +}b'},
	{title: 'signs stand alone', before: 'end.', after: 'end!', diff: 'end[-.-]{+!+}'},
	{title: 'equal texts have one part', before: 'a b', after: 'a b', diff: 'a b'},
	{title: 'a text may be empty', before: '', after: 'new', diff: '{+new+}'},
	{title: 'a letter with its mark is one word', before: 'e\u0301a', after: 'ea', diff: '[-e\u0301a-]{+ea+}'},
];

for (const {title, before, after, diff} of cases)
	test(title, (t) => {
		t.is(shown(before, after), diff);
	});

test('the parts give both texts again', (t) => {
	fc.assert(
		fc.property(fc.string({unit: 'grapheme'}), fc.string({unit: 'grapheme'}), (before, after) => {
			const parts = wordDiff(before, after);
			const without = (kind: string): string =>
				parts
					.filter((part) => part.kind !== kind)
					.map(({text}) => text)
					.join('');
			t.deepEqual([without('added'), without('removed')], [before, after]);
		}),
	);
});

for (const character of ['a', ' ', '.', '\u0301'])
	test(`a million of ${JSON.stringify(character)} is compared`, (t) => {
		const text = character.repeat(1_000_000);
		const parts = wordDiff(text, `${text}!`);
		t.deepEqual([parts.length, parts.at(-1)], [2, {kind: 'added', text: '!'}]);
	});
