import test from 'ava';
import {codePages} from './code-page.ts';

test('every page has a character for each byte, and encodes what it decodes', (t) => {
	const bytes = Array.from({length: 256}, (_, byte) => String.fromCharCode(byte)).join('');
	t.is(codePages().length, 10);
	for (const page of codePages()) {
		t.is(page.characters.length, 256, page.name);
		t.is(page.encode(page.decode(bytes)), bytes, page.name);
	}
});

test('a page refuses text that it cannot write', (t) => {
	t.true(codePages().every((page) => page.encode('語') === undefined));
	t.is(codePages()[0]?.encode('€'), undefined);
	t.is(codePages()[1]?.encode('€\ufffd'), '\x80\x1a');
});
