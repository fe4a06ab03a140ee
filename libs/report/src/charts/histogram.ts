import {count, percent, short} from '../figures/amounts.ts';
import {binOf, binStart} from '../figures/bins.ts';
import type {Distribution} from '../figures/distribution.ts';
import {markup, type Markup} from '../html/markup.ts';

/**
 * A histogram of lengths: bins get wider as lengths grow, as a logarithm does. Marks stand at quantiles; the outline
 * is that of the version before, in shares of its own rows.
 */
export function histogram(now: Distribution, label: string, before?: Distribution | null): Markup {
	const all = [now, ...(before ? [before] : [])];
	const first = Math.min(...all.map(({min}) => binOf(min)));
	const bins = Math.max(...all.map(({max}) => binOf(max))) - first + 1;
	const most = Math.max(...all.flatMap(({rows, bins: own}) => own.map(([, count]) => count / rows)));
	const place = (length: number): number => {
		const bin = binOf(length);
		const [start, end] = [binStart(bin), binStart(bin + 1)];
		return (bin - first + (length - start) / (end - start)) / bins;
	};
	const height = (rows: number, of: Distribution): number => (rows / of.rows / most) * 100;
	const bars = now.bins.map(([start, rows]) => {
		const tall = Math.max(0.7, height(rows, now));
		const end = binStart(binOf(start) + 1) - 1;
		return markup`<rect class="kept" x="${fixed(binOf(start) - first + 0.05)}" y="${fixed(100 - tall)}" width="0.9" height="${fixed(tall)}"><title>${range(start, end)}: ${count(rows)} (${percent(rows / now.rows)})</title></rect>`;
	});
	const outline = before
		? markup`<path class="outline" d="${outlineOf(before, first, bins, (rows) => height(rows, before))}"/>`
		: null;
	const quantiles = [
		['p5', now.p5, 1],
		['median', now.p50, 0],
		['p95', now.p95, 1],
		['p99', now.p99, 0],
	] as const;
	const lines = quantiles.map(([, length, row]) => {
		const at = share(place(length));
		return markup`<line class="mark" x1="${at}" x2="${at}" y1="${14 + row * 16}" y2="${top + plot}"/>`;
	});
	const marks = quantiles.map(([name, length, row]) => {
		const at = place(length);
		return markup`<text class="mark" x="${share(at)}" y="${11 + row * 16}" text-anchor="${anchor(at)}">${name} ${short(length)}</text>`;
	});
	const ticks = ticksOf(binStart(first), Math.max(...all.map(({max}) => max))).map(
		(length) =>
			markup`<text class="tick" x="${share(place(length))}" y="${top + plot + 16}" text-anchor="${anchor(place(length))}">${short(length)}</text>`,
	);
	return markup`<svg class="histogram" role="img" aria-label="${label}" width="100%" height="${top + plot + 22}"><svg x="0" y="${top}" width="100%" height="${plot}" viewBox="0 0 ${bins} 100" preserveAspectRatio="none">${bars}${outline}</svg><line class="axis" x1="0" x2="100%" y1="${top + plot + 0.5}" y2="${top + plot + 0.5}"/>${lines}${marks}${ticks}</svg>`;
}

/** Pixels above the plot, for two rows of marks, and of the plot. */
const [top, plot] = [36, 150];

const fixed = (value: number): string => String(Number(value.toFixed(2)));
const share = (part: number): string => `${fixed(Math.min(1, Math.max(0, part)) * 100)}%`;
const anchor = (at: number): string => (at < 0.08 ? 'start' : at > 0.92 ? 'end' : 'middle');

/** The lengths of a bin: `20–23`. */
export const range = (start: number, end: number): string =>
	start === end ? count(start) : `${count(start)}–${count(end)}`;

function outlineOf(
	{bins: own}: Distribution,
	first: number,
	bins: number,
	height: (rows: number) => number,
): string {
	const heights = new Map(own.map(([start, rows]) => [binOf(start) - first, height(rows)]));
	const steps = Array.from({length: bins}, (_, bin) => `V${fixed(100 - (heights.get(bin) ?? 0))}H${bin + 1}`);
	return `M0 100${steps.join('')}V100`;
}

/** Round lengths within a range, at most about seven. */
function ticksOf(min: number, max: number): readonly number[] {
	const powers = Array.from({length: 11}, (_, power) => 10 ** power);
	const fine = powers.flatMap((power) => [power, 2 * power, 5 * power]);
	const within = (lengths: readonly number[]): readonly number[] =>
		lengths.filter((length) => length >= min && length <= max);
	const found = within(fine);
	return found.length <= 7 ? found : within(powers);
}
