import {counted} from '../figures/amounts.ts';
import type {Excerpt} from '../report.ts';
import {markup, type Content, type Markup} from './markup.ts';
import {shown} from './shown.ts';

/** Digits of a row id that tell it from others on a page; the JSON has all. */
export const shortId = (id: string): string => id.slice(0, 8);

/** Beginnings of rows, each with where it is from and what else is to be told of it. */
export const excerptList = <T extends Excerpt>(
	rows: readonly T[],
	told: (row: T) => readonly Content[] = () => [],
): Markup =>
	markup`<ol class="excerpts">${rows.map(
		(row) =>
			markup`<li><blockquote>${row.text === '' ? markup`<i class="sign">no text</i>` : shown(row.text)}</blockquote><p class="origin">${told(row).map((each) => markup`<span>${each}</span>`)}<span>${counted(row.characters, 'character')}</span><span>row <code>${shortId(row.id)}</code></span><span>${shown(row.source)}</span></p></li>`,
	)}</ol>`;
