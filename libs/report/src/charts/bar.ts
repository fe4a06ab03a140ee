import {markup, type Markup} from '../html/markup.ts';

/** A part of a bar: its share of the whole width, its colour, and what a pointer is told. */
export interface BarPart {
	readonly share: number;
	readonly colour: Colour;
	readonly title: string;
}

/** Colours by what they mean; those of series are told apart without their hue as well. */
export type Colour =
	'kept' | 'made' | 'lost' | 'series-0' | 'series-1' | 'series-2' | 'series-3' | 'series-4';

/** The colour of the nth of several things. */
export const seriesColour = (index: number): Colour => series[index % series.length] ?? 'series-0';

const series: readonly Colour[] = ['series-0', 'series-1', 'series-2', 'series-3', 'series-4'];

/** A bar that fills its room, of parts side by side; `before` marks where it ended in the version before. */
export function bar(parts: readonly BarPart[], before?: number): Markup {
	let from = 0;
	const rects = parts
		.filter(({share}) => share > 0)
		.map(({share, colour, title}) => {
			const x = from;
			// What is there, however little, is seen.
			from += Math.max(share, 0.002);
			return markup`<rect class="${colour}" x="${units(x)}" y="0" width="${units(Math.max(share, 0.002))}" height="10"><title>${title}</title></rect>`;
		});
	const was =
		before === undefined
			? null
			: markup`<rect class="was" x="${units(Math.min(before, 0.996))}" y="0" width="4" height="10"/>`;
	return markup`<svg class="bar" viewBox="0 0 1000 10" preserveAspectRatio="none" aria-hidden="true" focusable="false">${rects}${was}</svg>`;
}

const units = (share: number): string => String(Number((share * 1000).toFixed(1)));
