import type {AlertLevel, Report} from '../report.ts';
import {markup, type Markup} from './markup.ts';
import {shown} from './shown.ts';

const words: Readonly<Record<AlertLevel | 'pass', readonly [icon: string, word: string]>> = {
	fail: ['✕', 'Fault'],
	warn: ['!', 'Warning'],
	info: ['i', 'Note'],
	pass: ['✓', 'Clean'],
};

/** The verdict on a version in one line: a sign, a word and a sentence. */
export function verdictBanner({verdict: {level, sentence}}: Report): Markup {
	const [icon] = words[level];
	return markup`<p class="verdict ${level}"><span class="icon" aria-hidden="true">${icon}</span><strong>${sentence}</strong></p>`;
}

/** What to look at, each with a link to where it is shown. */
export function alertList({alerts}: Report, titles: ReadonlyMap<string, string>): Markup | null {
	if (alerts.length === 0) return null;
	return markup`<ul class="alerts">${alerts.map(({level, section, message}) => {
		const [icon, word] = words[level];
		const title = titles.get(section);
		return markup`<li class="${level}"><span class="icon" aria-hidden="true">${icon}</span><span class="word">${word}</span><span>${shown(message)}${title === undefined ? null : markup` <a href="#${section}">${title}</a>`}</span></li>`;
	})}</ul>`;
}
