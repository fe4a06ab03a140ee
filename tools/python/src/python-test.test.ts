import test from 'ava';
import {isRequired, pythonTest} from './python-test.ts';

pythonTest('is given an interpreter', (t, python) => {
	t.regex(python, /python/);
});

test('a tool is required where the list names it', (t) => {
	t.true(isRequired('python', 'chromium,python'));
	t.false(isRequired('python', 'chromium'));
	t.false(isRequired('python', undefined));
});
