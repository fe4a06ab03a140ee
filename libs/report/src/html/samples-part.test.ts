import test from 'ava';
import {textOf} from '../../fixtures/page-text.ts';
import {sampleReport} from '../../fixtures/sample-report.ts';
import {samplesPart} from './samples-part.ts';

test('shows some rows of each split', (t) => {
	const rows = [{id: 'ab', source: 'a', text: 'The mill.', characters: 9}];
	const part = samplesPart(
		sampleReport({
			samples: [
				{split: 'train', rows},
				{split: 'test', rows: []},
			],
		}),
	);
	t.is(part ? textOf(part) : '', 'train The mill. 9 characters row ab a');
	t.is(samplesPart(sampleReport()), null);
});
