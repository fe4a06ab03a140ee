import test from 'ava';
import fc from 'fast-check';
import {keyTerms} from './key-terms.ts';

test('scores phrases as the paper does', (t) => {
	// deep: 2 phrases of 2 words, degree 4, frequency 2; learning: degree 2, frequency 1; models: degree 3, frequency 2.
	t.deepEqual(keyTerms('Deep learning and deep models, or models.'), [
		{term: 'deep learning', score: 4},
		{term: 'deep models', score: 3.5},
		{term: 'models', score: 1.5},
	]);
});

test('finds the terms of the abstract that the paper works through', (t) => {
	const abstract =
		'Compatibility of systems of linear constraints over the set of natural numbers. Criteria of compatibility of a system of linear Diophantine equations, strict inequations, and nonstrict inequations are considered. Upper bounds for components of a minimal set of solutions and algorithms of construction of minimal generating sets of solutions for all types of systems are given. These criteria and the corresponding algorithms for constructing a minimal supporting set of solutions can be used in solving all the considered types of systems and systems of mixed types.';
	const terms = keyTerms(abstract, {most: 9}).map(({term}) => term);
	for (const term of [
		'minimal generating sets',
		'linear diophantine equations',
		'minimal supporting set',
		'minimal set',
		'linear constraints',
		'natural numbers',
		'strict inequations',
		'nonstrict inequations',
		'upper bounds',
	])
		t.true(terms.includes(term), term);
});

test('follows the language', (t) => {
	t.deepEqual(
		keyTerms('Die gestohlene Karte und die gesperrte Karte', {language: 'de', most: 2}).map(({term}) => term),
		['gestohlene karte', 'gesperrte karte'],
	);
	t.true(keyTerms('我的银行卡被扣款了。', {language: 'zh'}).length > 0);
	t.deepEqual(
		keyTerms('a b, c', {language: 'und'}).map(({term}) => term),
		['a b', 'c'],
	);
});

test('finds none where there are no words', (t) => {
	for (const text of ['', ' \n', 'the of and', '12, 13.5']) t.deepEqual(keyTerms(text), []);
});

test('finds at most as many as asked, best first, each once, in no more words than asked', (t) => {
	const text = fc
		.array(fc.constantFrom('card', 'bank', 'the', 'lost', ',', '\n', 'of', 'new'))
		.map((words) => words.join(' '));
	fc.assert(
		fc.property(text, fc.integer({min: 1, max: 4}), fc.integer({min: 1, max: 3}), (text, most, words) => {
			const terms = keyTerms(text, {most, words});
			return (
				terms.length <= most &&
				new Set(terms.map(({term}) => term)).size === terms.length &&
				terms.every(
					({term, score}, index) =>
						term.split(' ').length <= words && score >= (terms[index + 1]?.score ?? 0),
				)
			);
		}),
	);
	t.pass();
});
