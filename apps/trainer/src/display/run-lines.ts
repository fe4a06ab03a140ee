import {bar, count, duration, padTo, shorten, visible, type Paint} from '@millrace/terminal';
import stringWidth from 'string-width';
import {paceOf, type RunView} from './run-view.ts';
import {sparkline} from './sparkline.ts';

/** A run as lines of at most `width` columns: how far it is, and how the losses go. */
export function runLines(view: RunView, width: number, paint: Paint): readonly string[] {
	const {name, runner, device, steps, step, losses, newest} = view;
	const title = `${visible(name)}  ${runner}${device === '' ? '' : ` on ${visible(device)}`}`;
	if (steps === 0)
		return [
			`${paint('accent', '›')} ${paint('strong', shorten(title, width - 2))}  starting`.slice(0, width),
		];
	const pace = paceOf(view);
	const far = padTo(`${count(step)}/${count(steps)}`, count(steps).length * 2 + 1, 'right');
	const details = [far, ...(pace ? [`${rateText(pace.rate)} tokens/s`, `${duration(pace.left)} left`] : [])];
	const text = fitting(details, width - 4);
	const size = Math.min(30, width - stringWidth(text) - 4);
	const {done, left} = bar(steps === 0 ? 0 : step / steps, Math.max(0, size));
	const progress = size < 5 ? text : `${paint('accent', done)}${paint('quiet', left)}  ${text}`;
	const loss = losses.at(-1);
	const said = [
		...(loss === undefined ? [] : [`loss ${loss.toFixed(3)}`]),
		...(newest?.['loss'] === undefined ? [] : [`held out ${newest['loss'].toFixed(3)}`]),
	].join('  ');
	const line = sparkline(losses, Math.max(0, Math.min(40, width - stringWidth(said) - 4)));
	return [
		`${paint('accent', '›')} ${paint('strong', shorten(title, width - 2))}`,
		`  ${progress}`,
		...(said === '' ? [] : [shortenPainted(said, line, width, paint)]),
	];
}

const shortenPainted = (said: string, line: string, width: number, paint: Paint): string =>
	stringWidth(said) + 2 > width
		? `  ${shorten(said, width - 2)}`
		: `  ${said}  ${paint('good', line)}`.trimEnd();

/** As many of the details as there is room for. */
function fitting(details: readonly string[], room: number): string {
	for (let kept = details.length; kept > 0; kept--) {
		const text = details.slice(0, kept).join('  ');
		if (stringWidth(text) <= room) return text;
	}
	return shorten(details[0] ?? '', Math.max(0, room));
}

const rateText = (rate: number): string => (rate < 9.95 ? rate.toFixed(1) : count(rate));
