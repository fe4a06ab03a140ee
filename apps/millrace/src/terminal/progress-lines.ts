import {bar, count, duration, padTo, type Paint, shorten, visible} from '@millrace/terminal';
import stringWidth from 'string-width';
import {paceOf, type Phase} from './phases.ts';

/** The phases as lines of at most `width` columns and at most `height` lines: the latest ones, the running one with a bar. */
export function progressLines(
	phases: readonly Phase[],
	now: number,
	{width, height}: {readonly width: number; readonly height: number},
	paint: Paint,
): readonly string[] {
	const shown = phases.slice(-Math.max(1, height));
	const longest = Math.max(0, ...shown.map(({name}) => stringWidth(visible(name))));
	const names = Math.min(longest, Math.max(8, Math.floor(width / 3)));
	return shown.map((phase) => {
		const name = padTo(shorten(visible(phase.name), names), names);
		const room = width - 4 - names;
		return phase.ended === undefined
			? `${paint('accent', '›')} ${paint('strong', name)}  ${running(phase, now, room, paint)}`.trimEnd()
			: `${paint('good', '✓')} ${name}  ${paint('quiet', shorten(finished(phase), room))}`.trimEnd();
	});
}

function finished({total, cached, started, ended = started}: Phase): string {
	const of = `${count(total)} ${total === 1 ? 'part' : 'parts'}`;
	if (cached === total) return `${of}, cached`;
	return [of, ...(cached > 0 ? [`${count(cached)} cached`] : []), duration((ended - started) / 1000)].join(
		', ',
	);
}

/** As much as there is room for: how far, the bar, the rate, the time left. */
function running(phase: Phase, now: number, room: number, paint: Paint): string {
	const {done, total} = phase;
	const pace = paceOf(phase, now);
	const far = padTo(`${count(done)}/${count(total)}`, count(total).length * 2 + 1, 'right');
	const left = pace ? [padTo(`${duration(pace.left)} left`, 11)] : [];
	const rate = pace ? [padTo(`${rateText(pace.rate)}/s`, 7, 'right')] : [];
	const details =
		[[far, ...rate, ...left], [far, ...left], [far]].find((parts) => stringWidth(parts.join('  ')) <= room) ??
		[];
	const text = details.join('  ');
	const size = Math.min(30, room - stringWidth(text) - 2);
	if (size < 5) return shorten(text, room);
	const {done: full, left: rest} = bar(total === 0 ? 0 : done / total, size);
	return `${paint('accent', full)}${paint('quiet', rest)}  ${text}`;
}

const rateText = (rate: number): string => (rate < 9.95 ? rate.toFixed(1) : count(rate));
