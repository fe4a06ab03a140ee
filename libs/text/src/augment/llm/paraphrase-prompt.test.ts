import test from 'ava';
import {isMaskWord} from '../protect/mask-word.ts';
import {fillPrompt} from './named-prompt.ts';
import {paraphrasePrompt} from './paraphrase-prompt.ts';

test('says how the answer shall look, what masks are and what is wanted', (t) => {
	const [system, user] = fillPrompt(paraphrasePrompt)({text: 'Hello.', language: 'de', count: 3});
	t.true(system?.content.includes('{"paraphrases": ["..."]}') && system.content.includes('code de.'));
	t.true(system?.content.split(/\W+/).some(isMaskWord));
	t.is(user?.content, 'Paraphrases wanted: 3\nText:\nHello.');
});
