import test from 'ava';
import {int32, list, nullable, utf8} from './column.ts';
import {defineStage} from './define-stage.ts';
import {pipeline} from './pipeline.ts';
import {nothing, nowhere} from '../fixtures/nothing.ts';

const reader = nothing({id: utf8, text: utf8, note: nullable(utf8)});
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
	map: ({tokens}) => ({count: tokens.length}),
});

const columnsOf = ({schema}: {readonly schema: ReadonlyMap<string, unknown>}) => [...schema.keys()];

test('each call gives a new pipeline and leaves the old one as it was', (t) => {
	const before = [docs.nodes.length, columnsOf(docs)];
	const counted = docs.pipe(tokenize()).pipe(count());
	t.deepEqual([docs.nodes.length, columnsOf(docs)], before);
	t.deepEqual(
		counted.nodes.map((node) => (node.kind === 'step' ? node.step.name : node.kind)),
		['tokenize', 'count'],
	);
	t.deepEqual(columnsOf(counted), ['id', 'text', 'note', 'tokens', 'count']);
	t.is(counted.reader, reader);
	const [left, right] = [counted.drop('text'), counted.select('count')];
	t.deepEqual([columnsOf(left), columnsOf(right)], [['id', 'note', 'tokens', 'count'], ['count']]);
});

test('one error names the stage, every column that it lacks, what was meant and what is there', (t) => {
	const both = defineStage({name: 'both', needs: {tokns: list(utf8), id: int32}, map: () => ({})});
	// @ts-expect-error TS2345: which is tested where types are checked
	t.throws(() => docs.pipe(tokenize()).pipe(both()), {
		code: 'schema',
		message:
			'docs: stage both cannot run: column tokns (list<utf8>) is missing, perhaps tokens was meant; column id is utf8, expected int32. Columns there: id, text, note, tokens.',
	});
});

test('a nullable column fails a stage that needs a value, until it is required', (t) => {
	const loud = defineStage({
		name: 'loud',
		needs: {note: utf8},
		adds: {note: utf8},
		map: ({note}) => ({note: note.toUpperCase()}),
	});
	// @ts-expect-error TS2345: which is tested where types are checked
	t.throws(() => docs.pipe(loud()), {code: 'schema', message: /column note is utf8 or null, expected utf8/});
	t.deepEqual(docs.required('note').pipe(loud()).schema.get('note'), {kind: 'utf8'});
});

test('a stage writes over a column that is there, in its place', (t) => {
	const ids = defineStage({
		name: 'ids',
		needs: {id: utf8},
		adds: {id: int32},
		map: ({id}) => ({id: Number(id)}),
	});
	const {schema} = docs.pipe(ids());
	t.deepEqual([...schema.keys()], ['id', 'text', 'note']);
	t.deepEqual(schema.get('id'), {kind: 'int32'});
});

test('renamed columns are looked for under their new names', (t) => {
	const renamed = docs.rename({text: 'body'});
	t.deepEqual(columnsOf(renamed), ['id', 'body', 'note']);
	t.deepEqual(columnsOf(renamed.pipe(tokenize({columns: {text: 'body', tokens: 'words'}}))), [
		'id',
		'body',
		'note',
		'words',
	]);
	// @ts-expect-error TS2345: which is tested where types are checked
	t.throws(() => renamed.pipe(tokenize()), {
		message: /column text \(utf8\) is missing\. Columns there: id, body, note\./,
	});
});

test('a stage may stand in a pipeline twice', (t) => {
	const {nodes} = docs
		.pipe(tokenize())
		.pipe(tokenize({columns: {tokens: 'again'}}))
		.filter('short', () => true)
		.filter('short', () => true);
	t.is(nodes.length, 4);
});

test('nothing follows write, not even another writer', (t) => {
	const writer = nowhere({id: utf8});
	const written = docs.write(writer);
	t.is(written.writer, writer);
	t.is(docs.writer, undefined);
	const message = 'pipeline docs: nothing may follow write; move it before.';
	const calls = [
		() => written.pipe(tokenize()),
		() => written.map({name: 'a', map: () => ({})}),
		() => written.filter('a', () => true),
		() => written.derive('a', int32, () => 1),
		() => written.required('note'),
		() => written.select('id'),
		() => written.drop('id'),
		() => written.rename({id: 'a'}),
		() => written.write(writer),
	];
	for (const call of calls) t.throws(call, {code: 'usage', message});
});

test('a writer that needs another column is refused', (t) => {
	// @ts-expect-error TS2345: which is tested where types are checked
	t.throws(() => docs.write(nowhere({split: utf8})), {
		code: 'schema',
		message: /^docs: stage nowhere cannot run: column split \(utf8\) is missing/,
	});
});

test('settings are kept, and are empty unless given', (t) => {
	t.deepEqual(docs.settings, {});
	const settings = {seed: 7, maxQuarantined: 0.5, card: {title: 'Docs', licence: 'cc0-1.0'}};
	t.deepEqual(pipeline('docs', reader, settings).drop('id').settings, settings);
});

test('a name is one of a folder', (t) => {
	for (const name of ['docs', '1', 'a-b-2', 'x'.repeat(64)]) t.is(pipeline(name, reader).name, name);
	for (const name of ['', 'Docs', '-docs', 'do cs', 'docs/x', '..', 'x'.repeat(65)]) {
		t.throws(() => pipeline(name, reader), {
			code: 'usage',
			message: `pipeline ${JSON.stringify(name)}: expected a name of lower-case letters, digits and "-", at most 64; rename it.`,
		});
	}
});

test('a step that is several is taken apart, and what it keeps between its parts is gone behind them', (t) => {
	const several = {...tokenize(), rest: {steps: [count()], between: ['tokens']}};
	const counted = docs.pipe(several);
	t.deepEqual(
		counted.nodes.map((node) => (node.kind === 'step' ? node.step.name : node.kind)),
		['tokenize', 'count', 'project'],
	);
	t.deepEqual(columnsOf(counted), ['id', 'text', 'note', 'count']);
	t.throws(() => docs.pipe(tokenize()).pipe(several), {
		code: 'schema',
		message: /but tokens is there; rename it/,
	});
});
