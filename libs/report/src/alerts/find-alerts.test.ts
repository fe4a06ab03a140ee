import test from 'ava';
import {categoriesOf, sampleReport} from '../../fixtures/sample-report.ts';
import {findAlerts, verdictOf} from './find-alerts.ts';

test('the gravest alert comes first and decides the verdict', (t) => {
	const alerts = findAlerts(
		sampleReport({
			labels: categoriesOf(['a', 'a', 'b']),
			groups: {scale: 1, groups: 5, straddling: 1},
			splits: [{split: 'train', rows: 80, shards: 1, bytes: 1}],
		}),
	);
	t.deepEqual(
		alerts.map(({level}) => level),
		['fail', 'warn', 'info', 'warn'].toSorted(
			(a, b) => 'fail warn info'.indexOf(a) - 'fail warn info'.indexOf(b),
		),
	);
	t.is(verdictOf(alerts).level, 'fail');
	t.deepEqual(findAlerts(sampleReport()), []);
});

test('the gravest alert decides the verdict', (t) => {
	const of = (...levels: ('fail' | 'warn' | 'info')[]) =>
		verdictOf(levels.map((level) => ({level, code: '', section: 'overview', message: ''})));
	t.deepEqual(of(), {level: 'pass', sentence: 'Nothing to look at.'});
	t.deepEqual(of('info'), {level: 'info', sentence: 'Nothing is wrong; 1 note to know.'});
	t.deepEqual(of('warn', 'info', 'info'), {level: 'warn', sentence: 'Worth a look: 1 warning, 2 notes.'});
	t.deepEqual(of('warn', 'fail'), {level: 'fail', sentence: 'Look before you train: 1 fault, 1 warning.'});
});
