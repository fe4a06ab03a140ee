import test from 'ava';
import {decodeUtf8Variants} from './decode-utf8.ts';

const cases = [
	{title: 'plain UTF-8', bytes: 'a\xc3\xa9\xed\x95\x9c', text: 'aé한'},
	{title: "Java's null", bytes: 'a\xc0\x80b', text: 'a\0b'},
	{title: 'surrogates that were encoded one by one', bytes: '\xed\xa0\xbd\xed\xb8\x80', text: '😀'},
	{title: 'a byte order mark, which stays', bytes: '\xef\xbb\xbfa', text: '\ufeffa'},
	{title: 'a lone surrogate', bytes: '\xed\xa0\xbda', text: undefined},
	{title: 'a cut sequence', bytes: 'a\xe2\x82', text: undefined},
	{title: 'an overlong sequence', bytes: '\xc0\xaf', text: undefined},
];

for (const {title, bytes, text} of cases) {
	test(`${text === undefined ? 'refuses' : 'decodes'} ${title}`, (t) => {
		t.is(decodeUtf8Variants(bytes), text);
	});
}
