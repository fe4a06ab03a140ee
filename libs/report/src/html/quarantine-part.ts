import {barRows} from '../charts/bar-rows.ts';
import {count, counted, percentOf} from '../figures/amounts.ts';
import type {Report} from '../report.ts';
import {excerptList} from './excerpt-list.ts';
import {figure, table, type Part} from './figure.ts';
import {markup} from './markup.ts';
import {shown} from './shown.ts';

const mostErrors = 20;

/** The rows that could not be processed, by error. */
export function quarantinePart({quarantine: {rows, errors, examples}, sources}: Report): Part {
	if (rows === 0)
		return {
			id: 'quarantine',
			title: 'Quarantine',
			body: markup`<p class="takeaway">Every row could be processed.</p>`,
		};
	const bars = errors.slice(0, mostErrors).map(({stage, error, rows: own}) => ({
		name: markup`${shown(error)} <span class="quiet">${shown(stage)}</span>`,
		rows: own,
		share: own / rows,
		title: `${stage}: ${error}`,
		colour: 'lost' as const,
	}));
	const data = table(
		[{title: 'stage'}, {title: 'error'}, {title: 'rows', number: true}],
		errors.map(({stage, error, rows: own}) => [shown(stage), shown(error), count(own)]),
	);
	const takeaway = `${counted(rows, 'row')} of ${counted(sources.records, 'record')} could not be processed (${percentOf(rows, sources.records)}); errors that differ only in numbers and quotes are counted together.`;
	const sample = markup`<details class="drop"><summary>${counted(examples.length, 'example')}</summary>${excerptList(examples, ({stage, error}) => [shown(stage), shown(error)])}</details>`;
	return {
		id: 'quarantine',
		title: 'Quarantine',
		body: markup`${figure(takeaway, barRows(bars), data)}${sample}`,
	};
}
