import {markup, type Markup} from '../html/markup.ts';

/** A difference of shares with its interval, under a name. */
export interface Gain {
	readonly name: string;
	readonly gain: number;
	readonly interval: readonly [low: number, high: number];
}

/** Differences with their intervals about a line of no difference, one below the other, on one scale. */
export function gainChart(gains: readonly Gain[]): Markup {
	const reach = Math.max(0.01, ...gains.flatMap(({interval}) => interval.map(Math.abs)));
	const at = (value: number): string => `${(62 + (value / reach) * 34).toFixed(2)}%`;
	const height = gains.length * ROW + 8;
	const said = gains.map(({name, gain}) => `${name} ${points(gain)}`).join(', ');
	return markup`<svg class="interval" role="img" aria-label="Gain in accuracy, in points: ${said}." width="100%" height="${height}"><line class="other" x1="62%" x2="62%" y1="0" y2="${height}"/>${gains.map(
		({name, gain, interval: [low, high]}, index) => {
			const y = index * ROW + ROW / 2 + 4;
			return markup`<text class="tick" x="0" y="${y + 4}">${name}</text><line class="range" x1="${at(low)}" x2="${at(high)}" y1="${y}" y2="${y}"/><circle class="kept" cx="${at(gain)}" cy="${y}" r="5"/><text class="mark" x="${at(gain)}" y="${y - 9}" text-anchor="middle">${points(gain)}</text>`;
		},
	)}</svg>`;
}

const ROW = 40;

const points = (share: number): string => `${share > 0 ? '+' : ''}${(share * 100).toFixed(1)}`;
