import {z} from 'zod';
import test from 'ava';
import {givenOptions} from './given-options.ts';

const declared = {minimum: z.int(), name: z.string(), tags: z.array(z.string()), strict: z.boolean()};
const given = (...pairs: readonly (readonly [option: string, text: string])[]) =>
	givenOptions(
		pairs.map(([option, text]) => ({option, text})),
		declared,
	);

test('values are JSON where they are JSON, else text', (t) => {
	t.deepEqual(given(['minimum', '40'], ['strict', 'true'], ['tags', '["a"]'], ['name', 'mill']), {
		minimum: 40,
		strict: true,
		tags: ['a'],
		name: 'mill',
	});
});

test('text that looks like JSON stays text where text is declared', (t) => {
	t.deepEqual(given(['name', '007']), {name: '007'});
	t.deepEqual(given(['name', '40']), {name: '40'});
	t.deepEqual(given(['name', '"40"']), {name: '40'});
});

test('what fits nothing is left to the pipeline to refuse, and the last of a name wins', (t) => {
	t.deepEqual(given(['minimum', 'many'], ['unknown', '1'], ['minimum', 'true']), {minimum: true, unknown: 1});
});
