import {markup, type Markup} from '../html/markup.ts';

/** A small line of values in order, the last with a dot; the label says what it shows. */
export function sparkline(values: readonly number[], label: string): Markup {
	const [least, most] = [Math.min(...values), Math.max(...values)];
	const points = values.map((value, index) => {
		const x = values.length === 1 ? 1 : index / (values.length - 1);
		const y = most === least ? 0.5 : 1 - (value - least) / (most - least);
		return [(4 + x * 92).toFixed(1), (4 + y * 20).toFixed(1)] as const;
	});
	const [x, y] = points.at(-1) ?? ['0', '0'];
	return markup`<svg class="sparkline" role="img" aria-label="${label}" width="100" height="28" viewBox="0 0 100 28"><polyline points="${points.map((point) => point.join(',')).join(' ')}"/><circle cx="${x}" cy="${y}" r="2.5"/></svg>`;
}
