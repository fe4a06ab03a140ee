import test from 'ava';
import {textOf} from '../../fixtures/page-text.ts';
import {sampleReport} from '../../fixtures/sample-report.ts';
import {duplicatesPart} from './duplicates-part.ts';

const text = (part: ReturnType<typeof duplicatesPart>): string => (part ? textOf(part) : '');

test('tells repeated texts, estimates as such, and the texts themselves', (t) => {
	t.regex(text(duplicatesPart(sampleReport())), /^No text occurs twice among 90 rows\./);
	const duplicates = {
		scale: 4,
		rows: 100,
		distinct: 90,
		repeated: 10,
		groups: 8,
		across: [{splits: ['test', 'train'] as const, texts: 2}],
		heldOut: [{split: 'test', rows: 10, known: 2}],
		largest: [{rows: 3, splits: ['test', 'train'], text: 'The mill.'}],
	};
	const found = text(duplicatesPart(sampleReport({duplicates})));
	t.regex(
		found,
		/^about 8 texts occur more than once, so that 10 rows \(10\.0 %\) repeat another; 2 held-out rows are in the training split\./,
	);
	t.regex(found, /estimated from one text in 4/);
	t.regex(found, /3 test, train The mill\./);
	t.is(duplicatesPart(sampleReport({duplicates: null})), null);
});
