import {count, percent} from '../figures/amounts.ts';
import {markup, type Content, type Markup} from '../html/markup.ts';
import {bar, type Colour} from './bar.ts';

/** A row of a bar chart. */
export interface BarRow {
	readonly name: Content;
	readonly rows: number;
	readonly share: number;
	/** The share in the version before. */
	readonly before?: number | undefined;
	readonly title: string;
	readonly colour?: Colour;
}

/** Bars below each other with their names and figures as text; a full bar is the share of the longest, or that given. */
export function barRows(rows: readonly BarRow[], full = 0): Markup {
	const most = Math.max(
		full,
		...rows.map(({share, before = 0}) => Math.max(share, before)),
		Number.MIN_VALUE,
	);
	return markup`<ul class="bars">${rows.map(
		({name, rows: own, share, before, title, colour = 'kept'}) =>
			markup`<li><span class="name">${name}</span><span class="figure">${count(own)}</span><span class="part">${percent(share)}</span>${bar([{share: share / most, colour, title}], before === undefined ? undefined : before / most)}</li>`,
	)}</ul>`;
}
