import {z} from 'zod';
import {defineStage, int32, list, nullable, pipeline, utf8, type Pipeline, type Reader} from './index.ts';

declare const reader: Reader<{readonly id: string; readonly text: string; readonly note: string | null}>;

const tokenize = defineStage({name: 'tokenize', needs: {text: utf8}, adds: {tokens: list(utf8)}, map: ({text}) => ({tokens: text.split(' ')})});
const count = defineStage({
	name: 'count',
	needs: {tokens: list(utf8)},
	adds: {count: int32},
	options: {min: z.int().default(0)},
	map: ({tokens}, {options}) => (tokens.length < options.min ? {drop: 'too-few', score: tokens.length} : {count: tokens.length}),
});

const docs = pipeline('docs', reader);
const counted = docs.pipe(tokenize()).pipe(count({min: 3}));
export const rows: Pipeline<{readonly id: string; readonly text: string; readonly note: string | null; readonly tokens: readonly string[]; readonly count: number}> = counted;

// @ts-expect-error TS2345: Property 'tokens' is missing
docs.pipe(count());
// @ts-expect-error TS2353: unknown option
count({mni: 3});
docs.rename({text: 'body'}).pipe(tokenize({columns: {text: 'body'}})).pipe(count());
// @ts-expect-error TS2345: Property 'body' is missing
docs.pipe(tokenize({columns: {text: 'body'}}));
// @ts-expect-error TS2345: Property 'tokens' is missing: it is called words
docs.pipe(tokenize({columns: {tokens: 'words'}})).pipe(count());
docs.pipe(tokenize({columns: {tokens: 'words'}})).pipe(count({columns: {tokens: 'words', count: 'n'}})).filter('few', ({n}) => n > 2);
docs.required('note').derive('length', int32, ({note}) => note.length);
// @ts-expect-error TS18047: note may be null
docs.derive('length', int32, ({note}) => note.length);
// @ts-expect-error TS2322: a text is no int32
docs.derive('length', int32, ({id}) => id);
docs.map({name: 'split', adds: {part: utf8, note: nullable(utf8)}, map: ({text}) => text.split('\n').map((part) => ({part, note: null}))});
// @ts-expect-error TS2322: part is missing
docs.map({name: 'split', adds: {part: utf8}, map: ({text}) => ({prt: text})});
// @ts-expect-error TS2345: no such column
docs.select('txt');
// @ts-expect-error TS2339: text was dropped
docs.drop('text').filter('x', ({text}) => text === '');
