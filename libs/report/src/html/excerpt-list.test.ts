import test from 'ava';
import {textOf} from '../../fixtures/page-text.ts';
import {excerptList} from './excerpt-list.ts';

test('an excerpt is told with where it is from', (t) => {
	const row = {id: '0123456789abcdef', source: 'a.md', text: 'The mill.', characters: 9};
	t.is(textOf(excerptList([row], () => ['score 5'])), 'The mill. score 5 9 characters row 01234567 a.md');
	t.regex(textOf(excerptList([{...row, text: '', characters: 0}])), /^no text 0 characters/);
});
