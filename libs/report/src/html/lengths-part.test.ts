import test from 'ava';
import {textOf} from '../../fixtures/page-text.ts';
import {distributionOf, noDifference, sampleReport} from '../../fixtures/sample-report.ts';
import {lengthsPart} from './lengths-part.ts';

test('tells tokens and characters, with the version before as an outline', (t) => {
	const lengths = {tokens: distributionOf([2, 2]), characters: null};
	const part = lengthsPart(sampleReport({difference: {...noDifference, lengths}}));
	const found = part ? textOf(part) : '';
	t.regex(
		found,
		/Tokens a row, from tokens Half of the rows have at most 4 tokens, 99 % at most 60, the longest 60\./,
	);
	t.regex(found, /the version before .* Characters a row, from text/);
	t.is([...JSON.stringify(part).matchAll(/class=.{0,2}outline/g)].length, 1);
	t.is(lengthsPart(sampleReport({tokens: null, text: null})), null);
});
