import test from 'ava';
import {textOf} from '../../fixtures/page-text.ts';
import {sampleReport} from '../../fixtures/sample-report.ts';
import {quarantinePart} from './quarantine-part.ts';

test('tells errors with their stages, or that there is none', (t) => {
	t.is(textOf(quarantinePart(sampleReport())), 'Every row could be processed.');
	const example = {id: 'ab', source: 'a', text: '', characters: 0, stage: 'jsonl', error: 'not JSON'};
	const quarantine = {rows: 2, errors: [{stage: 'jsonl', error: 'not JSON', rows: 2}], examples: [example]};
	const found = textOf(quarantinePart(sampleReport({quarantine})));
	t.regex(found, /^2 rows of 100 records could not be processed \(2\.0 %\)/);
	t.regex(found, /not JSON jsonl 2 100 %/);
	t.regex(found, /1 example no text jsonl not JSON/);
});
