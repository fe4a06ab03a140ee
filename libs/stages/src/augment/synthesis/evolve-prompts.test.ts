import {fillPrompt} from '@millrace/text';
import test from 'ava';
import {answerPrompt, equalPrompt, evolvePrompts} from './evolve-prompts.ts';

test('every prompt has a name with a version and holds what it is about', (t) => {
	for (const prompt of [...Object.values(evolvePrompts), answerPrompt]) {
		t.regex(prompt.name, /^[a-z-]+\/\d+$/);
		t.true(fillPrompt(prompt)({instruction: 'Sing a song'}).at(-1)?.content.endsWith('Sing a song'));
	}
	t.true(
		fillPrompt(equalPrompt)({first: 'One', second: 'Two'})
			.at(-1)
			?.content.includes('One\nSecond request:\nTwo'),
	);
});
