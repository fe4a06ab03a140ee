import test from 'ava';
import {isMaskWord} from '../protect/mask-word.ts';
import {fillPrompt} from './named-prompt.ts';
import {translationPrompt} from './translation-prompt.ts';

test('names both languages, says how the answer shall look and what masks are', (t) => {
	const [system, user] = fillPrompt(translationPrompt)({text: 'Hello {x}.', from: 'en', to: 'de'});
	t.regex(system?.content ?? '', /from the language with the code en into the language with the code de\./);
	t.true(system?.content.includes('{"translation": "..."}'));
	t.true(system?.content.split(/\W+/).some(isMaskWord));
	t.is(user?.content, 'Text:\nHello {x}.');
});
