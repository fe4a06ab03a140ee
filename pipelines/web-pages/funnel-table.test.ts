import test from 'ava';
import {funnelTable} from './funnel-table.ts';

test('shows the steps that lost rows, with the reasons in the order of their names', (t) => {
	t.is(
		funnelTable([
			{stage: 'a', in: 5, out: 2, dropped: {short: 1, long: 1}, quarantined: 1},
			{stage: 'b', in: 2, out: 2, dropped: {}, quarantined: 0},
		]),
		'| Step | Rows in | Rows out | Lost, by reason |\n| --- | --: | --: | --- |\n| `a` | 5 | 2 | long 1, short 1, quarantined 1 |',
	);
});
