import test from 'ava';
import fc from 'fast-check';
import {plainSigns, visibleParts} from './visible.ts';

const cases: readonly (readonly [title: string, text: string, shown: string])[] = [
	['text', 'The mill – “by” the river', 'The mill – “by” the river'],
	['line ends and tabs', 'a\nb\tc\r\n', 'a⟨↵⟩b⟨⇥⟩c⟨␍⟩⟨↵⟩'],
	['escape sequences', '\u001b[31mred\u0007', '⟨␛⟩[31mred⟨␇⟩'],
	['line separators', 'a\u2028b\u2029', 'a⟨U+2028⟩b⟨U+2029⟩'],
	['marks of direction', 'user\u202e gpj.exe\u2066', 'user⟨U+202E⟩ gpj.exe⟨U+2066⟩'],
	['characters without width', 'pass\u200bword\ufeff\u00ad', 'pass⟨U+200B⟩word⟨U+FEFF⟩⟨U+00AD⟩'],
	['tags that hide a message', 'hi\u{e0048}\u{e0049}', 'hi⟨U+E0048⟩⟨U+E0049⟩'],
	['fillers', 'a\u3164b\u2800', 'a⟨U+3164⟩b⟨U+2800⟩'],
	['variation selectors after letters', 'a\ufe0fb\u{e0100}', 'a⟨U+FE0F⟩b⟨U+E0100⟩'],
	['joiners between letters of no joining script', 'a\u200db\u200cc', 'a⟨U+200D⟩b⟨U+200C⟩c'],
	['families of emoji', '👩‍👩‍👧 ❤️ 👍🏽', '👩‍👩‍👧 ❤️ 👍🏽'],
	['joiners of Persian and Hindi', 'می‌خواهم क्‍ष', 'می‌خواهم क्‍ष'],
	['lone surrogates', 'a\ud800b', 'a\ufffdb'],
];

for (const [title, text, shown] of cases) {
	test(`${title} ${text === shown ? 'stay' : 'are told'}`, (t) => {
		t.is(plainSigns(text), shown);
	});
}

test('nothing that could hide is left', (t) => {
	t.notThrows(() => {
		fc.assert(
			fc.property(fc.string({unit: 'binary'}), (text) => {
				const parts = visibleParts(text);
				const kept = parts.map((part) => ('text' in part ? part.text : '')).join('');
				return !/[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}]/u.test(kept);
			}),
		);
	});
});
