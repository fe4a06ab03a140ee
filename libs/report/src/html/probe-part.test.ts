import test from 'ava';
import {textOf} from '../../fixtures/page-text.ts';
import {evaluationOf, sampleReport} from '../../fixtures/sample-report.ts';
import {probePart} from './probe-part.ts';

const text = (part: ReturnType<typeof probePart>): string => (part ? textOf(part) : '');

test('tells the accuracy with its interval beside the majority class', (t) => {
	const found = text(probePart(sampleReport()));
	t.regex(found, /trained on 80 rows of train, kept as probes\/v000002\/label\.json\./);
	t.regex(
		found,
		/On test the probe is right on 80\.0 % of 10 rows, 95 % interval 70\.0 % to 90\.0 %; always saying mill is right on 50\.0 %\./,
	);
	t.regex(found, /What it takes for what label taken for rows river mill 2/);
});

test('says when it is no better, and why there is none', (t) => {
	const evaluations = [{split: 'test', of: 20, figures: evaluationOf(0.5, [0.4, 0.6], 0.5)}];
	const weak = text(
		probePart(sampleReport({probe: {object: null, training: null, evaluations, notices: []}})),
	);
	t.regex(weak, /of 10 rows \(of 20\).*; no better than always saying mill\./);
	const none = {object: null, training: null, evaluations: [], notices: ['Nothing to learn.']};
	t.is(text(probePart(sampleReport({probe: none}))), 'Nothing to learn.');
	t.is(probePart(sampleReport({probe: null})), null);
});
