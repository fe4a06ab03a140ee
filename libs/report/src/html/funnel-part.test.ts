import test from 'ava';
import {textOf} from '../../fixtures/page-text.ts';
import {sampleReport} from '../../fixtures/sample-report.ts';
import {funnelPart} from './funnel-part.ts';

const {funnel} = sampleReport();
const example = {
	id: 'abcdef0123456789',
	source: 'a.jsonl',
	text: 'hm',
	characters: 2,
	score: -1,
	because: '0123456789abcdef',
};

test('tells what each stage dropped, why, and an example', (t) => {
	const [first, last] = funnel;
	t.truthy(first && last);
	const dropped = [{reason: 'too-short', rows: 10, scores: [-1, 3], examples: [example]}] as const;
	const part = funnelPart(sampleReport({funnel: first && last ? [first, {...last, dropped}] : []}));
	const found = part ? textOf(part) : '';
	t.regex(found, /^10 rows are dropped; length drops most, 10 of the 100 rows that it sees\./);
	t.regex(found, /length −10 dropped 90/);
	t.regex(found, /too-short 10 \(10\.0 %\) score −1 to 3 hm score −1 because of row 01234567 2 characters/);
});

test('hundreds of reasons are counted together', (t) => {
	const dropped = Array.from({length: 300}, (_, index) => ({
		reason: `reason-${index}`,
		rows: 1,
		scores: null,
		examples: [],
	}));
	const part = funnelPart(
		sampleReport({funnel: [{stage: 's', in: 300, generated: 0, out: 0, quarantined: 0, dropped}]}),
	);
	t.regex(part ? textOf(part) : '', /288 more reasons with 288 rows; the JSON has them\./);
	t.is(funnelPart(sampleReport({funnel: []})), null);
});
