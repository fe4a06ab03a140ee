import {utf8} from '@millrace/core';
import test from 'ava';
import {promptTemplate} from '../../template/prompt-template.ts';
import {fillPrompt} from './named-prompt.ts';

test('fills a prompt, braces of values left alone', (t) => {
	const template = promptTemplate({system: 'Answer {{"a": 1}}.', user: '{text}'}, {columns: {text: utf8}});
	t.deepEqual(fillPrompt({name: 'x/1', template})({text: '{text}'}), [
		{role: 'system', content: 'Answer {"a": 1}.'},
		{role: 'user', content: '{text}'},
	]);
});
