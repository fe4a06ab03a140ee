import test from 'ava';
import {usageSentence} from './usage-sentence.ts';

test('keeps what was found, adds what was meant and where to look', (t) => {
	t.is(
		usageSentence('millrace', "error: unknown option '--x'", 'show'),
		"unknown option '--x'; see millrace show --help.",
	);
	t.is(
		usageSentence('millrace', "error: unknown option '--x'\n(Did you mean --y?)", undefined),
		"unknown option '--x', did you mean --y? See millrace --help.",
	);
	t.is(
		usageSentence('millrace', 'error: too many. Found 2.', 'run'),
		'too many. Found 2; see millrace run --help.',
	);
	t.is(
		usageSentence('millrace', "error: unknown command '\u001b[2J'", undefined),
		"unknown command '␛[2J'; see millrace --help.",
	);
});
