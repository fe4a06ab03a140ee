import test from 'ava';
import {textOf} from '../../fixtures/page-text.ts';
import {sampleReport} from '../../fixtures/sample-report.ts';
import {verdictOf} from '../alerts/find-alerts.ts';
import {alertList, verdictBanner} from './alerts-part.ts';

const alerts = [{level: 'warn', code: 'a', section: 'labels', message: 'Look <here>.'}] as const;

test('an alert has a word beside its sign, and a link to its part where there is one', (t) => {
	const report = sampleReport({alerts, verdict: verdictOf(alerts)});
	t.is(textOf(verdictBanner(report)), '! Worth a look: 1 warning.');
	const list = alertList(report, new Map([['labels', 'Labels']]));
	t.is(list && textOf(list), '! Warning Look <here>. Labels');
	t.regex(list?.source ?? '', /<a href="#labels">/);
	t.notRegex(alertList(report, new Map())?.source ?? '', /<a/);
	t.is(alertList(sampleReport(), new Map()), null);
});
