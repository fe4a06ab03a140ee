import {Command} from 'commander';
import test from 'ava';
import type {Output} from './output.ts';
import {unpainted} from './paint.ts';
import {exampleText, runProgram} from './run-program.ts';
import {UsageError} from './usage-error.ts';

const lines: string[] = [];
const output: Output = {
	terminal: false,
	width: 80,
	paint: unpainted,
	open: true,
	lines: async (...more) => {
		lines.push(...more);
		return Promise.resolve();
	},
};

const declare = (ended: (code: number) => void): Command => {
	const root = new Command('mill').exitOverride().configureOutput({outputError: () => undefined});
	root
		.command('grind')
		.option('--json')
		.argument('[corn]')
		.action((corn: string | undefined) => {
			if (corn === 'stone') throw new UsageError('corn: expected wheat, found stone; sift it.');
			ended(3);
		});
	return root;
};

test('gives the exit code that the command ended with', async (t) => {
	t.is(await runProgram('mill', declare, ['grind'], output, t.fail), 3);
});

test('an error is a sentence after the name of the program, and a line with --json', async (t) => {
	const told: string[] = [];
	t.is(await runProgram('mill', declare, ['grind', 'stone', '--json'], output, (text) => told.push(text)), 2);
	t.deepEqual(told, ['mill: corn: expected wheat, found stone; sift it.\n']);
	t.is(
		lines.at(-1),
		'{"type":"error","code":"usage","message":"corn: expected wheat, found stone; sift it."}',
	);
});

test('wrong use says where to look', async (t) => {
	const told: string[] = [];
	t.is(await runProgram('mill', declare, ['grind', '--jsn'], output, (text) => told.push(text)), 2);
	t.deepEqual(told, ["mill: unknown option '--jsn', did you mean --json? See mill grind --help.\n"]);
});

test('examples stand in columns', (t) => {
	t.is(exampleText(['a', 'one'], ['a b', 'two']), '\nExamples:\n  $ a    one\n  $ a b  two\n');
});
