import test from 'ava';
import fc from 'fast-check';
import {cutLongText} from './cut-long-text.ts';

test('pieces are the text, and none to translate is long or holds a long word', (t) => {
	const part = fc.constantFrom(
		'word ',
		'A sentence. ',
		'a'.repeat(250),
		'b'.repeat(201),
		'\n\n',
		'x'.repeat(150),
		' ',
	);
	fc.assert(
		fc.property(fc.array(part, {maxLength: 300}), (parts) => {
			const text = parts.join('');
			const pieces = cutLongText(text, 'en');
			t.is(pieces.map((piece) => piece.text).join(''), text);
			for (const piece of pieces.filter(({translate}) => translate)) {
				t.true(piece.text.length <= 1000);
				t.notRegex(piece.text, /\S{201}/);
			}
		}),
	);
});

test('a short text is one piece', (t) => {
	t.deepEqual(cutLongText('One. Two.', 'en'), [{text: 'One. Two.', translate: true}]);
});
