import {fileURLToPath} from 'node:url';
import test from 'ava';
import ts from 'typescript';

const declarations = `
import {pipeline, type Reader} from '@millrace/core';
import {promptTemplate} from '@millrace/text';
import {toMessages} from './to-messages.ts';
declare const reader: Reader<{readonly body: string; readonly note: string | null; readonly stars: number}>;
const tickets = pipeline('tickets', reader);
`;

const wrong = [
	[
		"tickets.pipe(toMessages(promptTemplate({system: 'Sort.', user: '{bdy}', assistant: '{stars}'})));",
		[/^ {2}Property 'bdy' is missing in type '.*' but required in type '.*'\.$/],
	],
	[
		"tickets.pipe(toMessages(promptTemplate([{role: 'user', content: '{{{body}}} {label}'}])));",
		[/^ {2}Property 'label' is missing in type '.*' but required in type '.*'\.$/],
	],
	[
		"tickets.pipe(toMessages(promptTemplate({user: '{stars}'})));",
		[
			/^ {2}Type '.*' is not assignable to type '\{ readonly stars: string; \}'\.$/,
			/^ {4}Types of property 'stars' are incompatible\.$/,
			/^ {6}Type 'number' is not assignable to type 'string'\.$/,
		],
	],
	[
		"tickets.pipe(toMessages(promptTemplate({user: '{note}'})));",
		[
			/^ {2}Type '.*' is not assignable to type '\{ readonly note: string; \}'\.$/,
			/^ {4}Types of property 'note' are incompatible\.$/,
			/^ {6}Type 'string \| null' is not assignable to type 'string'\.$/,
			/^ {8}Type 'null' is not assignable to type 'string'\.$/,
		],
	],
] as const;

const text = [declarations, ...wrong.map(([statement]) => statement)].join('\n');
const found = compile(text);

test('what is right has no error', (t) => {
	t.is(found.length, wrong.length, found.join('\n'));
});

for (const [index, [statement, below]] of wrong.entries()) {
	test(`${statement} names the column in its error`, (t) => {
		const [first, ...lines] = found[index]?.split('\n') ?? [];
		t.regex(first ?? '', /^Argument of type 'Step<.*' is not assignable to parameter of type /);
		t.is(lines.length, below.length, lines.join('\n'));
		for (const [place, line] of lines.entries()) t.regex(line, below[place] ?? /^$/);
	});
}

/** The errors of a module that stands, in memory only, beside this one. */
function compile(source: string): readonly string[] {
	const path = fileURLToPath(new URL('in-memory.ts', import.meta.url));
	const config = fileURLToPath(new URL('../../tsconfig.json', import.meta.url));
	const parsed = ts.parseJsonConfigFileContent(
		ts.readConfigFile(config, (name) => ts.sys.readFile(name)).config,
		ts.sys,
		fileURLToPath(new URL('../..', import.meta.url)),
	);
	const options = {...parsed.options, composite: false, incremental: false, noEmit: true};
	const host = ts.createCompilerHost(options);
	const disk = {...host};
	host.fileExists = (name) => name === path || disk.fileExists(name);
	host.getSourceFile = (name, ...given) =>
		name === path ? ts.createSourceFile(path, source, given[0]) : disk.getSourceFile(name, ...given);
	const program = ts.createProgram({rootNames: [path], options, host});
	return program
		.getSemanticDiagnostics(program.getSourceFile(path))
		.map(({messageText}) => ts.flattenDiagnosticMessageText(messageText, '\n'));
}
