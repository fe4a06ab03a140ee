import test from 'ava';
import {z} from 'zod';
import {readSaved} from './read-saved.ts';

const form = {
	name: 'saved thing',
	format: 'thing',
	version: 2,
	shape: z.strictObject({format: z.string(), version: z.int(), a: z.int(), b: z.string()}),
};

test('gives the object that it read', (t) => {
	const saved = {format: 'thing', version: 2, a: 1, b: 'x'};
	t.deepEqual(readSaved(JSON.stringify(saved), form), saved);
});

const cases = [
	{text: 'x', message: 'saved thing: expected one JSON object, found text that is not JSON; train it again.'},
	{
		text: '[1]',
		message:
			'saved thing: expected JSON with "format": "thing", found none; give the file that was written for it.',
	},
	{
		text: '{"format":"thing","version":3}',
		message: 'saved thing: expected format version 2, found 3; train it again with this version of Millrace.',
	},
	{text: '{"format":"thing","version":2,"a":"1"}', message: /^saved thing: a: .*; b: .*\. Train it again\.$/},
];

for (const {text, message} of cases) {
	test(`says what is wrong with ${text}`, (t) => {
		t.throws(() => readSaved(text, form), {code: 'corrupt', message});
	});
}
