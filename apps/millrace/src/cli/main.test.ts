import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import test from 'ava';
import {captured, notes, temporaryFolder} from '../../fixtures/harness.ts';
import {main} from './main.ts';

const broken = (name: string): string =>
	fileURLToPath(new URL(`../../fixtures/broken/${name}`, import.meta.url));

const mistakes: readonly (readonly [title: string, given: readonly string[], message: RegExp])[] = [
	[
		'an unknown command',
		['refesh'],
		/^millrace: unknown command 'refesh', did you mean refresh\? See millrace --help\.\n$/,
	],
	[
		'an unknown option',
		['show', 'x', '--drpped'],
		/^millrace: unknown option '--drpped', did you mean --dropped\? See millrace show --help\.\n$/,
	],
	[
		'a missing argument',
		['refresh'],
		/^millrace: missing required argument 'pipeline'; see millrace refresh --help\.\n$/,
	],
	[
		'too many arguments',
		['status', 'a', 'b'],
		/^millrace: too many arguments for 'status'\. Expected 1 argument but got 2: a, b; see millrace status --help\.\n$/,
	],
	[
		'a number that is none',
		['preview', 'x', '--rows', 'many'],
		/^millrace: --rows: expected a whole number from 1 to 10000, found "many"\.\n$/,
	],
	[
		'a setting without a value',
		['run', 'x', '--set', 'minimum'],
		/^millrace: --set: expected option=value, found "minimum"; /,
	],
	[
		'an unknown pipeline',
		['refresh', 'package-dosc'],
		/^millrace: pipeline package-dosc: expected pipelines\/package-dosc\/pipeline\.ts in the workspace, found no such file; did you mean package-docs\?\n$/,
	],
	[
		'an unknown setting',
		['run', notes, '--set', 'minimun=3'],
		/unknown option "minimun", did you mean "minimum"\?/,
	],
	[
		'a module that is not there',
		['run', './no/pipeline.ts'],
		/^millrace: \.\/no\/pipeline\.ts: expected the module of a pipeline, found no such file; /,
	],
	[
		'a module that imports nothing',
		['run', broken('lacking.js')],
		/lacking\.js: the module cannot be loaded: .*missing\.js.*; mend it and run again\.\n$/,
	],
	[
		'a module that throws',
		['run', broken('throws.js')],
		/throws\.js: the module cannot be loaded: TypeError: the module itself fails \(.*throws\.js:1:7\); /,
	],
	[
		'a module without a pipeline',
		['run', broken('no-default.js')],
		/no-default\.js: expected its default export to be a pipeline, found undefined/,
	],
];
for (const [title, given, message] of mistakes) {
	test(`${title} is a sentence and ends with 2`, async (t) => {
		const {code, stdout, stderr} = await called(given);
		t.regex(stderr, message);
		t.deepEqual([code, stdout], [2, '']);
	});
}

test('no command at all is help, and ends with 2', async (t) => {
	const {code, stderr} = await called([]);
	t.is(code, 2);
	t.regex(stderr, /^Usage: millrace /);
});

test('what must not be published ends with 10, and as JSON the error is the last line', async (t) => {
	const out = join(temporaryFolder(t), 'notes');
	const {code, stdout, stderr} = await called([
		'refresh',
		notes,
		'--out',
		out,
		'--workers',
		'1',
		'--set',
		'minimum=1000',
		'--json',
	]);
	t.is(code, 10);
	t.regex(stderr, /^millrace: pipeline notes: no row is left of 12 read/);
	t.like(JSON.parse(stdout.split('\n').at(-1) ?? ''), {type: 'error', code: 'gate'});
});

test('too many rows in quarantine end with 13', async (t) => {
	const out = join(temporaryFolder(t), 'notes');
	const {code, stderr} = await called([
		'refresh',
		notes,
		'--out',
		out,
		'--workers',
		'1',
		'--set',
		'allowed=0',
	]);
	t.is(code, 13);
	t.regex(stderr, /1 of 12 records are quarantined/);
});

/** Calls the program in this process. */
async function called(given: readonly string[]) {
	const output = captured();
	let stderr = '';
	const code = await main(given, output, (text) => {
		stderr += text;
	});
	return {code, stdout: output.text(), stderr};
}
