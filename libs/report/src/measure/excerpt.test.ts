import test from 'ava';
import {conversationText, excerpt, rowText} from './excerpt.ts';

test('an excerpt is cut between characters', (t) => {
	t.is(excerpt('short'), 'short');
	t.is(excerpt('ab🌊c', 3), 'ab…');
	t.is(excerpt('ab🌊c', 4), 'ab🌊…');
	t.is(excerpt('x'.repeat(1 << 20)).length, 321);
});

test('a row is known by its text, else by its longest', (t) => {
	t.is(rowText('{"text": "a", "title": "long title"}', 'text'), 'a');
	t.is(rowText('{"title": "t", "body": "long body", "n": 5}', 'text'), 'long body');
	t.is(rowText('{"n": 5}', undefined), '{"n": 5}');
	t.is(rowText('{"messages": [{"role": "user", "content": "hello"}]}', 'messages'), 'hello');
	t.is(rowText('7', 'text'), '7');
});

test('a conversation is the contents of its turns', (t) => {
	t.is(conversationText([{role: 'user', content: 'a'}, 5, null, {content: 'b'}]), 'a\n\nb');
});
