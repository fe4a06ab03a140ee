import test from 'ava';
import fc from 'fast-check';
import {parseLanguageModel, serializeLanguageModel} from './saved-language-model.ts';
import {trainLanguageModel} from './train-language-model.ts';

test('a saved model scores as the one that was saved, and saves to the same bytes', async (t) => {
	await fc.assert(
		fc.asyncProperty(
			fc.array(fc.string({unit: 'grapheme', maxLength: 20}), {minLength: 1, maxLength: 8}),
			fc.string({unit: 'grapheme'}),
			fc.constantFrom('word' as const, 'character' as const, 'byte' as const),
			fc.integer({min: 1, max: 3}),
			async (texts, text, unit, minCount) => {
				const model = await trainLanguageModel(texts, {unit, minCount, order: 4});
				const saved = serializeLanguageModel(model);
				const read = parseLanguageModel(saved);
				t.deepEqual(read.score(text), model.score(text));
				t.deepEqual(read.training, model.training);
				t.is(serializeLanguageModel(read), saved);
			},
		),
		{numRuns: 60},
	);
});

const saved = serializeLanguageModel(await trainLanguageModel(['a b c', 'a b']));
const changed = (key: string, value: unknown): string => JSON.stringify({...JSON.parse(saved), [key]: value});
const cases = [
	{title: 'no JSON', text: saved.slice(0, -9), message: /text that is not JSON/},
	{
		title: 'another format',
		text: '{"format":"x"}',
		message: /expected JSON with "format": "millrace-language-model"/,
	},
	{title: 'another version', text: changed('version', 9), message: /expected format version 1, found 9/},
	{title: 'an unknown field', text: changed('extra', 1), message: /extra/},
	{title: 'too few units', text: changed('units', ['a']), message: /expected 4 counts of units, found 6/},
	{title: 'equal units', text: changed('units', ['a', 'a', 'b']), message: /distinct units/},
	{title: 'a missing level', text: changed('levels', []), message: /expected 1 lists of discounts, found 3/},
	{title: 'bytes that are none', text: changed('unigrams', '!'), message: /unigrams/},
	{title: 'a cut number', text: changed('unigrams', 'gA=='), message: /found a cut one/},
];

for (const {title, text, message} of cases) {
	test(`refuses ${title} in a sentence`, (t) => {
		t.throws(() => parseLanguageModel(text), {code: 'corrupt', message});
	});
}
