import test from 'ava';
import {float32} from '@millrace/core';
import {promptTemplate} from './prompt-template.ts';
import {renderTemplate} from './render-template.ts';

test('fills a template any number of times without carrying anything over', (t) => {
	const render = renderTemplate(promptTemplate({user: '{a}-{b}'}));
	t.is(render({a: '1', b: '2'})[0]?.content, '1-2');
	t.is(render({a: '{b}', b: ''})[0]?.content, '{b}-');
	t.is(render({a: '1', b: '2'})[0]?.content, '1-2');
});

test('writes a number the same before and after it was rounded to its column', (t) => {
	const render = renderTemplate(promptTemplate({user: '{score}'}, {columns: {score: float32}}));
	t.deepEqual(render({score: 0.7}), render({score: Math.fround(0.7)}));
});
