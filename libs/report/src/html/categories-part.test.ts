import test from 'ava';
import {textOf} from '../../fixtures/page-text.ts';
import {categoriesOf, noDifference, sampleReport} from '../../fixtures/sample-report.ts';
import {labelsPart, languagesPart} from './categories-part.ts';

const text = (part: ReturnType<typeof labelsPart>): string => (part ? textOf(part) : '');

test('languages have names', (t) => {
	t.regex(text(languagesPart(sampleReport())), /^2 languages; English \(en\) has 66\.7 % of the rows\./);
	t.regex(text(languagesPart(sampleReport({languages: categoriesOf([])}))), /^No row has a language\./);
	t.is(languagesPart(sampleReport({languages: null})), null);
});

test('labels have bars up to twenty; the table has up to two hundred', (t) => {
	const labels = categoriesOf(Array.from({length: 5000}, (_, index) => `label ${index}`));
	const found = text(labelsPart(sampleReport({labels})));
	t.regex(found, /^5,000 labels in label; the most frequent, label 0, has < 0\.1 % of the rows/);
	t.regex(found, /4,980 others 4,980 99\.6 %/);
	t.true(found.length < 20_000, String(found.length));
});

test('marks the shares of the version before', (t) => {
	const difference = {...noDifference, labels: [{value: 'mill', before: 0.9, now: 0.5}]};
	t.regex(text(labelsPart(sampleReport({difference}))), /share in the version before/);
});
