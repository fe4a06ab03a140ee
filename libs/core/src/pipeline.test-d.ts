import {z} from 'zod';
import {
	binary,
	defineBarrier,
	defineStage,
	int32,
	int64,
	list,
	nullable,
	pipeline,
	struct,
	utf8,
	type Columns,
	type Pipeline,
	type Reader,
	type Writer,
} from './index.ts';

interface Doc {
	readonly id: string;
	readonly text: string;
	readonly note: string | null;
}

declare const reader: Reader<Doc>;
declare const anyName: string;
const docs = pipeline('docs', reader);

const tokenize = defineStage({
	name: 'tokenize',
	needs: {text: utf8},
	adds: {tokens: list(utf8)},
	map: ({text}) => ({tokens: text.split(' ')}),
});
const count = defineStage({
	name: 'count',
	needs: {tokens: list(utf8)},
	adds: {count: int32},
	options: {min: z.int().default(0)},
	map: ({tokens}, {options}) =>
		tokens.length < options.min ? {drop: 'too-few', score: tokens.length} : {count: tokens.length},
});

// The row grows by what stages add.
const counted = docs.pipe(tokenize()).pipe(count({min: 3}));
export const rows: Pipeline<Doc & {readonly tokens: readonly string[]; readonly count: number}> = counted;
// A pipeline of more columns may stand where fewer are asked for, and not the other way round.
export const fewer: Pipeline<{readonly count: number}> = counted;
// @ts-expect-error TS2375: Property 'count' is missing
export const more: Pipeline<Doc & {readonly count: number}> = docs;

// A column that is missing.
// @ts-expect-error TS2345: Property 'tokens' is missing
docs.pipe(count());
// @ts-expect-error TS2345: Property 'tokens' is missing: it was dropped
docs.pipe(tokenize()).drop('tokens').pipe(count());
// @ts-expect-error TS2345: Property 'tokens' is missing: it was not kept
docs.pipe(tokenize()).select('id', 'text').pipe(count());

// A column of another type, nullable ones included.
const replace = defineStage({
	name: 'replace',
	needs: {text: utf8},
	adds: {text: list(utf8)},
	map: ({text}) => ({text: [text]}),
});
const loud = defineStage({
	name: 'loud',
	needs: {note: utf8},
	adds: {note: utf8},
	map: ({note}) => ({note: note.toUpperCase()}),
});
const replaced: Pipeline<{
	readonly id: string;
	readonly text: readonly string[];
	readonly note: string | null;
}> = docs.pipe(replace());
// @ts-expect-error TS2345: text is a list by now
replaced.pipe(tokenize());
replaced.pipe(count({columns: {tokens: 'text'}})).filter('few', (row) => row.count > row.text.length);
// @ts-expect-error TS2345: note may be null
docs.pipe(loud());
docs.required('note').pipe(loud());
docs.required('note').derive('length', int32, ({note}) => note.length);
// @ts-expect-error TS18047: note may be null
docs.derive('length', int32, ({note}) => note.length);
// @ts-expect-error TS2345: no such column
docs.required('nota');
const tolerant = defineStage({
	name: 'tolerant',
	needs: {text: nullable(utf8)},
	map: ({text}) => (text === null ? {drop: 'none'} : {}),
});
docs.pipe(tolerant());
docs.pipe(tolerant({columns: {text: 'note'}}));
defineStage({
	name: 'careless',
	needs: {text: nullable(utf8)},
	adds: {length: int32},
	// @ts-expect-error TS18047: the stage says that text may be null
	map: ({text}) => ({length: text.length}),
});

// Structs and lists of them.
const messages = list(struct({role: utf8, parts: list(struct({text: utf8, bytes: nullable(binary)}))}));
const chat = defineStage({
	name: 'chat',
	needs: {messages},
	adds: {turns: int32},
	map: ({messages: turns}) => ({turns: turns.filter(({parts}) => parts[0]?.bytes === null).length}),
});
const talk = docs.derive('messages', messages, ({text}) => [{role: 'user', parts: [{text, bytes: null}]}]);
talk.pipe(chat()).filter('silent', ({turns, messages: [first]}) => turns > 0 && first?.role === 'user');
// @ts-expect-error TS2322: a part lacks its text
docs.derive('messages', messages, () => [{role: 'user', parts: [{bytes: null}]}]);
const roles = list(struct({role: utf8}));
const byRole = defineStage({
	name: 'by-role',
	needs: {messages: roles},
	map: ({messages: all}) => (all.length > 1 ? {} : {drop: 'one'}),
});
talk.pipe(byRole());
// @ts-expect-error TS2345: a message has no parts
docs.derive('messages', roles, () => []).pipe(chat());
// @ts-expect-error TS2345: tokens are no messages
docs.pipe(tokenize({columns: {tokens: 'messages'}})).pipe(chat());

// Renamed columns stay checked.
docs
	.rename({text: 'body'})
	.pipe(tokenize({columns: {text: 'body'}}))
	.pipe(count());
// @ts-expect-error TS2345: Property 'body' is missing
docs.pipe(tokenize({columns: {text: 'body'}}));
// @ts-expect-error TS2345: Property 'text' is missing: it is called body
docs.rename({text: 'body'}).pipe(tokenize());
// @ts-expect-error TS2345: Property 'tokens' is missing: it is called words
docs.pipe(tokenize({columns: {tokens: 'words'}})).pipe(count());
docs
	.pipe(tokenize({columns: {tokens: 'words'}}))
	.pipe(count({columns: {tokens: 'words', count: 'n'}}))
	.filter('few', ({n}) => n > 2);
// @ts-expect-error TS2345: id is no list
docs.pipe(count({columns: {tokens: 'id'}}));
// @ts-expect-error TS2561: the role is called text
tokenize({columns: {txt: 'body'}});
// @ts-expect-error TS2353: no such column
docs.rename({txt: 'body'});
docs.rename({id: 'text', text: 'id'}).filter('same', ({id, text}) => id !== text);

// A name that the compiler cannot see makes no promise.
// @ts-expect-error TS2345: text has another name by now
docs.rename({text: anyName}).select('text');
// @ts-expect-error TS2345: nobody knows of such a column
docs.rename({text: anyName}).select('body');
docs.rename({text: anyName}).select('id', 'note');
declare const anyColumns: Columns;
// @ts-expect-error TS2345: nobody knows of such a column
docs.map({name: 'any', adds: anyColumns, map: () => ({})}).select('body');
// @ts-expect-error TS2345: nobody knows of such a column
docs.derive(anyName, int32, () => 1).select('body');

// Options have types.
// @ts-expect-error TS2353: unknown option
count({mni: 3});
// @ts-expect-error TS2322: a number is no text
count({min: '3'});
const obliged = defineStage({
	name: 'obliged',
	needs: {},
	options: {model: z.string()},
	map: (_, {options}) => (options.model === '' ? {drop: 'none'} : {}),
});
// @ts-expect-error TS2554: model has no default
obliged();
docs.pipe(obliged({model: 'a', columns: {}}));
// @ts-expect-error TS2353: a stage without options takes none
tokenize({min: 1});

// What a stage yields is what it adds.
defineStage({
	name: 'bad',
	needs: {text: utf8},
	adds: {tokens: list(utf8)},
	// @ts-expect-error TS2322: tokens is a list
	map: ({text}) => ({tokens: text}),
});
defineStage({
	name: 'bad',
	needs: {id: utf8},
	adds: {length: int32},
	// @ts-expect-error TS2339: text is not among its needs
	map: ({text}) => (text === '' ? {drop: 'empty'} : {length: 1}),
});
// @ts-expect-error TS2322: a text is no int32
docs.derive('length', int32, ({id}) => id);
// @ts-expect-error TS2322: a number is no bigint
docs.derive('size', int64, ({text}) => text.length);
docs.derive('size', int64, ({text}) => BigInt(text.length)).filter('small', ({size}) => size > 3n);

// Stages written in place.
docs.map({
	name: 'split',
	adds: {part: utf8, note: nullable(utf8)},
	map: ({text}) => text.split('\n').map((part) => ({part, note: null})),
});
// @ts-expect-error TS2322: part is missing
docs.map({name: 'split', adds: {part: utf8}, map: ({text}) => ({prt: text})});
// One that adds nothing leaves the row as it is, however it is written.
export const same: Pipeline<Doc> = docs.map({name: 'same', map: () => ({})});
// @ts-expect-error TS2339: no such column
docs.map({name: 'same', map: () => ({})}).filter('none', ({nope}) => nope === '');
docs
	.map({name: 'same', adds: {}, map: ({text}) => (text === '' ? {drop: 'empty'} : [{}, {}])})
	// @ts-expect-error TS2345: no such column
	.select('nope');
docs
	.map({
		name: 'slow',
		queue: {concurrency: 1, batchRows: 1},
		map: async ({text}) => Promise.resolve(text === '' ? {drop: 'empty'} : {}),
	})
	// @ts-expect-error TS2345: no such column
	.select('nope');

// Barriers.
const firstOf = defineBarrier({
	name: 'first-of',
	needs: {group: utf8},
	keys: {group: utf8},
	ties: 'id',
	adds: {place: int32},
	options: {count: z.int().default(1)},
	extract: ({length, columns}) => ({length, columns: {group: columns.group}}),
	async *decide(keys, {count: most}) {
		for await (const chunk of keys)
			yield chunk.map(({ref, values}) => ({ref, adds: {place: values.group.length + most}}));
	},
});
docs.pipe(firstOf({columns: {group: 'id', place: 'rank'}})).filter('late', ({rank}) => rank < 3);
// @ts-expect-error TS2345: Property 'group' is missing
docs.pipe(firstOf());
// @ts-expect-error TS2345: note may be null
docs.pipe(firstOf({columns: {group: 'note'}}));
// @ts-expect-error TS2353: unknown option
firstOf({most: 1});
defineBarrier({
	name: 'bad',
	needs: {group: utf8},
	keys: {group: utf8},
	ties: 'id',
	// @ts-expect-error TS2322: the key is called group
	extract: ({length, columns}) => ({length, columns: {grp: columns.group}}),
	async *decide(keys) {
		for await (const chunk of keys) yield chunk.map(({ref}) => ({ref}));
	},
});
defineBarrier({
	name: 'bad',
	needs: {group: utf8},
	keys: {group: utf8},
	ties: 'id',
	adds: {place: int32},
	extract: ({length, columns}) => ({length, columns: {group: columns.group}}),
	// @ts-expect-error TS2322: a place is no text
	async *decide(keys) {
		for await (const chunk of keys) yield chunk.map(({ref, values}) => ({ref, adds: {place: values.group}}));
	},
});

// Choosing columns.
// @ts-expect-error TS2345: no such column
docs.select('txt');
// @ts-expect-error TS2345: no such column
docs.drop('txt');
// @ts-expect-error TS2339: text was dropped
docs.drop('text').filter('x', ({text}) => text === '');

// A writer names what it needs.
declare const bySplit: Writer<{readonly split: string}>;
declare const anyRows: Writer<{}>;
docs.write(anyRows);
docs.derive('split', utf8, () => 'train').write(bySplit);
// @ts-expect-error TS2345: Property 'split' is missing
docs.write(bySplit);
// @ts-expect-error TS2345: split is no text
docs.derive('split', int32, () => 1).write(bySplit);

// A step that only some pipelines can take is still a step: reuse is a function over pipelines.
export const clean = <Row extends {readonly text: string}>(from: Pipeline<Row>) =>
	from.pipe(tokenize()).pipe(count());
clean(docs).filter('few', ({id, count: n}) => id !== '' && n > 2);
// @ts-expect-error TS2345: text was dropped
clean(docs.drop('text'));
