import {parseOptions} from '@millrace/core';
import test from 'ava';
import {openMasked, wordsOf} from './masked-model.ts';
import {filesOf, modelShape} from './model-options.ts';
import {tinyModels} from './tiny-models.ts';

const open = async (batchRows: number) => {
	const options = parseOptions('x', modelShape, {model: tinyModels.masked, batchRows});
	return openMasked('x', filesOf('x', options, ['model'], false), options);
};

test('tells words for what is hidden, likeliest first, alike in any batch', async (t) => {
	const [many, one] = [await open(32), await open(1)];
	t.teardown(many.dispose);
	t.teardown(one.dispose);
	const rows = ['My', 'Please block my', 'I lost my', 'Can I use my'].map((text) =>
		many.encode(`${text} ${many.mask} today.`),
	);
	const found = await many.fill([...rows, ...rows], 5);
	t.deepEqual(await one.fill([...rows, ...rows], 5), found);
	for (const fillings of found) {
		t.is(fillings.length, 5);
		const probabilities = fillings.map(({probability}) => probability);
		t.deepEqual(
			probabilities,
			probabilities.toSorted((a, b) => b - a),
		);
		for (const {word} of fillings) t.regex(word, /^\p{L}{2,}$/u);
	}
	t.regex(found[1]?.map(({word}) => word).join(' ') ?? '', /card|account/);
});

test('a model that cannot hide words is refused', async (t) => {
	const options = parseOptions('x', modelShape, {model: tinyModels.enEs});
	const files = filesOf('x', options, ['encoder_model'], false);
	await t.throwsAsync(openMasked('x', files, options), {code: 'usage'});
});

test('beginnings and ends of words are no words, however a vocabulary marks them', (t) => {
	t.deepEqual(wordsOf(['[CLS]', 'card', '##s', '12', 'a']), [
		undefined,
		'card',
		undefined,
		undefined,
		undefined,
	]);
	const many = Array.from({length: 60}, () => '\u2581word');
	t.deepEqual(wordsOf([...many, 'card', '\u2581bank']).slice(60), [undefined, 'bank']);
});
