import test from 'ava';
import {runCommand} from './run-command.ts';

test('returns when the command ends well', (t) => {
	t.notThrows(() => {
		runCommand(import.meta.dirname, 'node', '-e', 'process.exit(0)');
	});
});

test('names the command and how it ended', (t) => {
	t.throws(
		() => {
			runCommand(import.meta.dirname, 'node', '-e', 'process.exit(3)');
		},
		{message: '"node -e process.exit(3)" ended with status 3.'},
	);
});

test('says that a command is not there', (t) => {
	t.throws(
		() => {
			runCommand(import.meta.dirname, 'command-that-is-not-there');
		},
		{message: /^command-that-is-not-there did not start: /},
	);
});
