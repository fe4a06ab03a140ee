import {readFileSync} from 'node:fs';
import test from 'ava';
import {apertiumTest} from '../../fixtures/apertium-test.ts';
import {readTaggerModel, withClasses} from './tagger-model.ts';

/** A model of three tags, whose open class is all of them, with the classes {0}, {1}, {2}, {0,1,2} and {0,1}. */
function tinyModel(): Buffer {
	/** A number above 63 takes two bytes. */
	const texts = (...list: readonly string[]) => [
		list.length,
		...list.flatMap((text) => [text.length, ...[...Buffer.from(text)].flatMap((letter) => [0x40, letter])]),
	];
	const double = (value: number) => {
		const bytes = Buffer.alloc(8);
		bytes.writeDoubleBE(value);
		return [...bytes];
	};
	const emissions = [
		[0, 3, 0.25],
		[1, 3, 0.5],
		[2, 3, 0.125],
		[0, 4, 0.75],
	] as const;
	return Buffer.from([
		...[3, 0, 1, 1],
		...[1, 0, 1],
		...texts('A', 'B', 'C'),
		...[1, 1, 0x40, 65, 0],
		...[1, 0, 1, 2],
		...texts('p'),
		...[1, 1, 0x40, 107, 5],
		...[5, 1, 0, 1, 1, 1, 2, 3, 0, 1, 2, 2, 0, 1],
		...[3, 5],
		...Array.from({length: 9}, (_, index) => double(index)).flat(),
		emissions.length,
		...emissions.flatMap(([tag, column, value]) => [tag, column, ...double(value)]),
		...Buffer.from('tail'),
	]);
}

test('reads a model and writes it as it was', (t) => {
	const bytes = tinyModel();
	const model = readTaggerModel(bytes, 'tiny.prob');
	t.deepEqual(model.tags, ['A', 'B', 'C']);
	t.deepEqual(model.openClass, [0, 1, 2]);
	t.deepEqual(model.classes, [[0], [1], [2], [0, 1, 2], [0, 1]]);
	t.deepEqual(withClasses(model, []), bytes);
	t.deepEqual(withClasses(model, [[0], [0, 1]]), bytes);
});

test('gives a new class the probabilities of the smallest that holds it, and changes no other', (t) => {
	const model = readTaggerModel(tinyModel(), 'tiny.prob');
	const more = readTaggerModel(
		withClasses(model, [
			[0, 2],
			[1, 2],
			[0, 2],
		]),
		'more.prob',
	);
	t.deepEqual(more.classes, [...model.classes, [0, 2], [1, 2]]);
	t.deepEqual(Object.fromEntries(more.emissions), {
		...Object.fromEntries(model.emissions),
		'0 5': 0.25,
		'2 5': 0.125,
		'1 6': 0.5,
		'2 6': 0.125,
	});
	t.deepEqual(more.transitions, model.transitions);
	t.deepEqual(more.tail, model.tail);
});

test('refuses a file that is cut or no model', (t) => {
	const bytes = tinyModel();
	for (const bad of [bytes.subarray(0, 40), Buffer.from('no model'), Buffer.alloc(0)])
		t.throws(() => readTaggerModel(bad, 'bad.prob'), {
			code: 'corrupt',
			message: /^bad\.prob: expected a tagger model/,
		});
});

apertiumTest('reads and writes the models of Debian as they are', async (t) => {
	for (const name of [
		'eng-spa/eng-spa',
		'eng-spa/spa-eng',
		'eo-en/en-eo',
		'eo-en/eo-en',
		'eng-cat/cat-eng',
	]) {
		const path = `/usr/share/apertium/apertium-${name}.prob`;
		const bytes = readFileSync(path);
		t.deepEqual(Buffer.compare(withClasses(readTaggerModel(bytes, path), []), bytes), 0, name);
	}
	return Promise.resolve();
});
