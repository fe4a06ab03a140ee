import test from 'ava';
import {isUrl} from './is-url.ts';

for (const [text, url] of [
	['example.com', true],
	['https://example.com/a-b?c#d', true],
	['user:secret@example.com:8080', true],
	['me@example.org', true],
	['example.com:1', false],
	['example.Com', false],
	['example', false],
	['.com', false],
	['-a.com', false],
	[`${'a'.repeat(64)}.com`, true],
	[`${'a'.repeat(65)}.com`, false],
	['8.8.8.8/a', true],
	['10.0.0.1/a', false],
	['172.16.0.1', false],
	['172.32.0.1', true],
	['0.8.8.8', false],
	['8.8.8.256', false],
	['8.007.8.8', false],
	['8.07.8.8', true],
	['b\u00fccher.de', true],
] as const)
	test(`${text.slice(0, 30)} is ${url ? 'a' : 'no'} URL to spaCy`, (t) => {
		t.is(isUrl(text), url);
	});
