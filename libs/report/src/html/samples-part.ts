import type {Report} from '../report.ts';
import {excerptList} from './excerpt-list.ts';
import type {Part} from './figure.ts';
import {markup} from './markup.ts';
import {shown} from './shown.ts';

/** A few published rows of each split, chosen by their ids. */
export function samplesPart({samples}: Report): Part | null {
	const told = samples.filter(({rows}) => rows.length > 0);
	if (told.length === 0) return null;
	return {
		id: 'samples',
		title: 'Published rows',
		body: told.map(
			({split, rows}) =>
				markup`<details class="drop"><summary>${shown(split)}</summary>${excerptList(rows)}</details>`,
		),
	};
}
