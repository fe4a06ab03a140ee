import test from 'ava';
import {examples} from '../../fixtures/examples.ts';
import {parseClassifier, serializeClassifier} from './saved-classifier.ts';
import {trainClassifier} from './train-classifier.ts';

const classifier = await trainClassifier(examples(300));
const saved = serializeClassifier(classifier);

test('a saved classifier predicts as the one that was saved, and saves to the same bytes', (t) => {
	const read = parseClassifier(saved);
	const texts = examples(50, 7).map(({text}) => text);
	t.deepEqual(read.predict(texts), classifier.predict(texts));
	t.deepEqual(read.training, classifier.training);
	t.deepEqual(read.topFeatures('cards'), classifier.topFeatures('cards'));
	t.is(serializeClassifier(read), saved);
});

const changed = (key: string, value: unknown): string => JSON.stringify({...JSON.parse(saved), [key]: value});
const cases = [
	{title: 'text that is cut', text: saved.slice(0, -9), message: /text that is not JSON/},
	{
		title: 'another format',
		text: '{"format":"x"}',
		message: /expected JSON with "format": "millrace-classifier", found "x"/,
	},
	{title: 'another version', text: changed('version', 2), message: /expected format version 1, found 2/},
	{title: 'unknown fields', text: changed('extra', 1), message: /extra/},
	{title: 'a label too few', text: changed('labels', ['a', 'b']), message: /expected 2 scales, found 3/},
	{
		title: 'equal labels',
		text: changed('labels', ['a', 'b', 'a']),
		message: /expected 3 distinct labels, found 2/,
	},
	{title: 'too few weights', text: changed('weights', 'AAAA'), message: /expected \d+ weights, found 3/},
	{
		title: 'buckets that do not ascend',
		text: changed('buckets', 'AQAA'),
		message: /expected buckets that ascend below 1048576/,
	},
	{title: 'a cut bucket', text: changed('buckets', 'gA=='), message: /found a cut one/},
	{title: 'scales that are no numbers', text: changed('scales', 'AADAfwAAwH8AAMB/'), message: /finite/},
	{title: 'a temperature of 0', text: changed('temperature', 0), message: /temperature/},
];

for (const {title, text, message} of cases) {
	test(`refuses ${title} in a sentence`, (t) => {
		t.throws(() => parseClassifier(text), {code: 'corrupt', message});
	});
}
