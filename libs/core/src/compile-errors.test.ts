import test from 'ava';
import {typeCheck} from '../fixtures/type-check.ts';

const declarations = `
import {z} from 'zod';
import {defineBarrier, defineStage, int32, list, pipeline, struct, utf8, type Reader, type Writer} from './index.ts';

interface Doc {
	readonly id: string;
	readonly text: string;
	readonly note: string | null;
}
declare const reader: Reader<Doc>;
export const docs = pipeline('docs', reader);
export const tokenize = defineStage({name: 'tokenize', needs: {text: utf8}, adds: {tokens: list(utf8)}, map: ({text}) => ({tokens: text.split(' ')})});
export const count = defineStage({name: 'count', needs: {tokens: list(utf8)}, adds: {count: int32}, options: {min: z.int().default(0)}, map: ({tokens}) => ({count: tokens.length})});
export const loud = defineStage({name: 'loud', needs: {note: utf8}, map: () => ({})});
export const chat = defineStage({name: 'chat', needs: {turns: list(struct({role: utf8, text: utf8}))}, map: () => ({})});
export const plainTurns = list(struct({role: utf8}));
export const first = defineBarrier({name: 'first', needs: {group: utf8}, keys: {group: utf8}, ties: 'id', extract: ({length, columns}) => ({length, columns}), async *decide() {}});
export const number = int32;
export declare const writer: Writer<{readonly split: string}>;
`;

const missing = [
	['that no stage adds', 'docs.pipe(count());', 'tokens'],
	['that was dropped', "docs.pipe(tokenize()).drop('tokens').pipe(count());", 'tokens'],
	['that was not kept', "docs.select('id').pipe(tokenize());", 'text'],
	['that was renamed', "docs.rename({text: 'body'}).pipe(tokenize());", 'text'],
	['that goes by the name that the user gave', "docs.pipe(tokenize({columns: {text: 'body'}}));", 'body'],
	['of a barrier', 'docs.pipe(first());', 'group'],
	['of a writer', 'docs.write(writer);', 'split'],
	[
		'after a long chain',
		`docs${".derive('a', number, () => 1).filter('b', () => true)".repeat(10)}.pipe(count());`,
		'tokens',
	],
] as const;

/** The compiler says what a column is below the line that names it. */
const mistyped = [
	[
		'of another type',
		"docs.derive('tokens', number, () => 1).pipe(count());",
		[
			"    Types of property 'tokens' are incompatible.",
			"      Type 'number' is not assignable to type 'readonly string[]'.",
		],
	],
	[
		'that may be null',
		'docs.pipe(loud());',
		[
			"    Types of property 'note' are incompatible.",
			"      Type 'string | null' is not assignable to type 'string'.",
			"        Type 'null' is not assignable to type 'string'.",
		],
	],
] as const;

const struct = "docs.derive('turns', plainTurns, () => []).pipe(chat());";

const oneLine = [
	[
		'count({mni: 3});',
		/^Object literal may only specify known properties, and 'mni' does not exist in type '\{ min\?: number/,
	],
	["tokenize({columns: {txt: 'body'}});", /'txt' does not exist .* Did you mean to write 'text'\?$/],
	["docs.rename({txt: 'body'});", /'txt' does not exist .* Did you mean to write 'text'\?$/],
	[
		"docs.select('txt');",
		/^Argument of type '"txt"' is not assignable to parameter of type '(?:"(?:id|text|note)"(?: \| )?){3}'\.$/,
	],
	["docs.filter('none', ({txt}) => txt === '');", /^Property 'txt' does not exist on type 'Doc'\.$/],
	["docs.derive('length', number, ({id}) => id);", /^Type 'string' is not assignable to type 'number'\.$/],
] as const;

const statements = [
	...missing.map(([, statement]) => statement),
	...mistyped.map(([, statement]) => statement),
	struct,
	...oneLine.map(([statement]) => statement),
];
const {errors} = typeCheck([declarations, ...statements].join('\n'));
const firstLine = declarations.split('\n').length;

/** The lines of the one error in a statement. */
function errorOf(statement: string): readonly string[] {
	const [error, ...more] = errors.filter(({at}) => at === firstLine + statements.indexOf(statement));
	if (!error || more.length > 0)
		throw new RangeError(`${statement}: expected one error, found ${more.length + (error ? 1 : 0)}`);
	return error.lines;
}

test('what is right has no error', (t) => {
	t.deepEqual(
		errors.filter(({at}) => at < firstLine),
		[],
	);
	t.is(errors.length, statements.length);
});

for (const [title, statement, column] of missing) {
	test(`a missing column ${title} is an error of two lines, the second naming it`, (t) => {
		const lines = errorOf(statement);
		t.is(lines.length, 2, lines.join('\n'));
		t.regex(lines[0] ?? '', /^Argument of type '(?:Step|Writer)<.*' is not assignable to parameter of type /);
		t.is(
			/^ {2}Property '(\w+)' is missing in type '.*' but required in type '.*'\.$/.exec(lines[1] ?? '')?.[1],
			column,
		);
	});
}

for (const [title, statement, below] of mistyped) {
	test(`a column ${title} is an error that names it and both types`, (t) => {
		const lines = errorOf(statement);
		t.regex(lines[0] ?? '', /^Argument of type 'Step<.*' is not assignable to parameter of type /);
		t.deepEqual(lines.slice(2), [...below]);
	});
}

test('a struct that lacks a field is an error that names the column and the field', (t) => {
	const lines = errorOf(struct);
	t.true(lines.includes("    Types of property 'turns' are incompatible."), lines.join('\n'));
	t.regex(lines.at(-1) ?? '', /Property 'text' is missing/);
});

for (const [statement, line] of oneLine) {
	test(`${statement} is an error of one line that names what is wrong`, (t) => {
		const lines = errorOf(statement);
		t.is(lines.length, 1, lines.join('\n'));
		t.regex(lines[0] ?? '', line);
	});
}
