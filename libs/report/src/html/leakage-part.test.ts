import test from 'ava';
import {textOf} from '../../fixtures/page-text.ts';
import {sampleReport} from '../../fixtures/sample-report.ts';
import {leakagePart} from './leakage-part.ts';

const text = (part: ReturnType<typeof leakagePart>): string => (part ? textOf(part) : '');

test('tells shared runs of words and straddling groups', (t) => {
	t.regex(
		text(leakagePart(sampleReport())),
		/^0 of 8 held-out rows of 13 words or more \(0 %\) share a run of 13 words with train\..*No value of customer straddles splits; there are 50\.$/,
	);
	const example = {id: 'ab', source: 'a', text: 'The mill', characters: 8, split: 'test', share: 0.5};
	const overlap = {
		training: 'train',
		sizes: [{words: 13, scale: 2, splits: [{split: 'test', rows: 8, shared: 1}]}],
		examples: [example],
	};
	const found = text(leakagePart(sampleReport({overlap, groups: {scale: 1, groups: 9, straddling: 1}})));
	t.regex(found, /^At least 1 of 8 held-out rows .* shares a run/);
	t.regex(found, /The mill test 50\.0 % of its runs/);
	t.regex(found, /1 value of customer has rows in more than one split, of 9\./);
	t.is(leakagePart(sampleReport({overlap: null, groups: null})), null);
});
