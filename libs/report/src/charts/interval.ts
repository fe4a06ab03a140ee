import {percent} from '../figures/amounts.ts';
import {markup, type Markup} from '../html/markup.ts';

/** A share from 0 to 1 with its interval, beside another share that it is to be told from. */
export function interval(
	value: number,
	[low, high]: readonly [low: number, high: number],
	other: {readonly share: number; readonly name: string} | null,
	label: string,
): Markup {
	const at = (share: number): string => `${Number((share * 100).toFixed(2))}%`;
	const anchor = (share: number): string => (share < 0.15 ? 'start' : share > 0.85 ? 'end' : 'middle');
	const beside = other
		? markup`<line class="other" x1="${at(other.share)}" x2="${at(other.share)}" y1="18" y2="46"/><text class="tick" x="${at(other.share)}" y="60" text-anchor="${anchor(other.share)}">${other.name} ${percent(other.share)}</text>`
		: null;
	return markup`<svg class="interval" role="img" aria-label="${label}" width="100%" height="66"><line class="axis" x1="0" x2="100%" y1="32" y2="32"/><line class="axis" x1="0" x2="0" y1="28" y2="36"/><line class="axis" x1="100%" x2="100%" y1="28" y2="36"/>${beside}<line class="range" x1="${at(low)}" x2="${at(high)}" y1="32" y2="32"/><circle class="kept" cx="${at(value)}" cy="32" r="5"/><text class="mark" x="${at(value)}" y="14" text-anchor="${anchor(value)}">${percent(value)}</text></svg>`;
}
