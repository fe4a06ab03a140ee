import test from 'ava';
import fc from 'fast-check';
import {isMaskWord, looseMasks, maskWord, maskWords} from './mask-word.ts';

test('numbers have distinct masks, which are told from other words', (t) => {
	const masks = Array.from({length: 9000}, (_, index) => maskWord(index));
	t.is(new Set(masks).size, masks.length);
	t.true(masks.every(isMaskWord));
	t.deepEqual(masks.slice(0, 2), ['Zqxaav', 'Zqxabv']);
	t.deepEqual(['zqxaav', 'Zqxaavs', 'Zqxav', 'Word', ''].filter(isMaskWord), []);
});

test('masks are found where they stand, as words of their own', (t) => {
	fc.assert(
		fc.property(
			fc.array(fc.nat(500), {maxLength: 8}),
			fc.constantFrom(' ', ', ', '_', '\n', '*'),
			(numbers, gap) => {
				const masks = numbers.map(maskWord);
				const text = masks.join(gap);
				t.deepEqual(
					maskWords(text).map(({mask}) => mask),
					masks,
				);
				for (const {mask, index} of maskWords(text)) t.is(text.slice(index, index + mask.length), mask);
			},
		),
	);
	t.deepEqual(maskWords('preZqxaav Zqxaavs äZqxaav'), []);
});

test('what is left of a damaged mask is found in any case and inside words', (t) => {
	t.deepEqual(looseMasks('ZQXAAV, zqxabs and prezqxv; none here'), ['zqxaav', 'zqxabs', 'zqxv']);
});
