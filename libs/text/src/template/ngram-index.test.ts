import test from 'ava';
import fc from 'fast-check';
import {folded, ngramIndex} from './ngram-index.ts';

test('a text is like itself, whatever its case, width and blanks, and like nothing else as much', (t) => {
	const texts = ['the quick brown fox', 'the quick brown dog', 'ｆｕｌｌ ｗｉｄｔｈ', '漢字かな', ''];
	const {alike} = ngramIndex(texts);
	for (const [place, text] of texts.entries()) {
		const [best] = alike(`  ${text.toUpperCase().replaceAll(' ', '\n\t')} `, 1);
		t.is(best?.place, place);
		t.true(Math.abs((best?.score ?? 0) - 1) < 1e-12, text);
	}
});

test('what is common to all counts less than what is rare', (t) => {
	const {alike} = ngramIndex([
		'dear bank, my card is lost',
		'dear bank, where is my refund',
		'dear bank, my pin is wrong',
	]);
	t.is(alike('the refund', 1)[0]?.place, 1);
});

test('gives the best of all texts in order, for any texts', (t) => {
	fc.assert(
		fc.property(
			fc.array(fc.string({unit: fc.constantFrom('a', 'b', ' ')}), {minLength: 1}),
			fc.nat(9),
			(texts, most) => {
				const {alike} = ngramIndex(texts);
				const all = alike(texts[0] ?? '', texts.length);
				t.is(all.length, texts.length);
				for (const [index, {place, score}] of all.entries()) {
					const next = all[index + 1];
					if (next) t.true(score > next.score || (score === next.score && place < next.place));
				}
				t.deepEqual(alike(texts[0] ?? '', most), all.slice(0, most));
			},
		),
	);
});

test('a text of millions of characters takes no longer than its beginning', (t) => {
	const long = 'ab '.repeat(3_000_000);
	t.is(ngramIndex([long, 'xyz']).alike(long, 1)[0]?.place, 0);
});

test('folding leaves out case, width and blanks', (t) => {
	t.is(folded(' Ｆull\u00a0 WIDTH\n'), 'full width');
});
