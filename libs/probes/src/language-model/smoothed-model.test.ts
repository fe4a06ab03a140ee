import test from 'ava';
import {ngramCounter} from './ngram-counter.ts';
import {smoothedModel} from './smoothed-model.ts';

function modelOf(texts: readonly string[], order: number, minCount: number) {
	const counter = ngramCounter({unit: 'word', order, mostNgrams: 1000, mostUnits: 1000});
	for (const text of texts) counter.add(text);
	return smoothedModel(counter.counted(), 'word', minCount);
}

test('counts shorter n-grams by distinct units to the left, the longest by occurrence', (t) => {
	// San Francisco: frequent, but after one word alone.
	const texts = ['in san francisco', 'to san francisco', 'by san francisco', 'in rome', 'to rome'];
	const {units, unigrams, levels} = modelOf(texts, 2, 1);
	t.is(unigrams[3 + units.indexOf('francisco')], 1);
	t.is(unigrams[3 + units.indexOf('rome')], 2);
	t.true(levels[0]?.counts.includes(3), 'san francisco occurs three times');
});

test('keeps occurrences where there is one length alone', (t) => {
	const {units, unigrams, levels} = modelOf(['a a b'], 1, 1);
	t.deepEqual(levels, []);
	t.is(unigrams[3 + units.indexOf('a')], 2);
});

test('leaves out rare n-grams of three units, but not what kept ones begin with', (t) => {
	const [, trigrams, quads] = modelOf(['a b c d', 'a b c d', 'x b c e'], 4, 2).levels;
	t.is(trigrams?.units.length, 4);
	t.is(quads?.units.length, 3);
	t.true((trigrams?.pruned?.reduce((sum, count) => sum + count, 0) ?? 0) > 0);
});
