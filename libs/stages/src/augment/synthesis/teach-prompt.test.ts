import {fillPrompt} from '@millrace/text';
import test from 'ava';
import {labelPrompt, teachPrompt} from './teach-prompt.ts';

test('names the labels and the task, with a rationale or without', (t) => {
	const values = {labels: 'a, b', task: 'Choose.', text: 'Hello'};
	const [taught] = fillPrompt(teachPrompt)(values);
	const [labelled] = fillPrompt(labelPrompt)(values);
	t.true(
		taught?.content.includes('Choose.\nThe labels are: a, b.') && taught.content.includes('"rationale"'),
	);
	t.false(labelled?.content.includes('rationale'));
});
