import {markup, type Content, type Markup} from './markup.ts';

export interface TableColumn {
	readonly title: string;
	readonly number?: boolean;
}

/** A table; numbers are aligned at their right. It scrolls by itself where it is too wide. */
export function table(columns: readonly TableColumn[], rows: readonly (readonly Content[])[]): Markup {
	const kind = ({number}: TableColumn): string => (number === true ? 'number' : 'text');
	return markup`<div class="scroll" tabindex="0" role="group" aria-label="Table"><table><thead><tr>${columns.map((column) => markup`<th scope="col" class="${kind(column)}">${column.title}</th>`)}</tr></thead><tbody>${rows.map((row) => markup`<tr>${row.map((cell, index) => markup`<td class="${kind(columns[index] ?? {title: ''})}">${cell}</td>`)}</tr>`)}</tbody></table></div>`;
}

/** A chart with the sentence that it proves, and the table behind it. */
export const figure = (takeaway: Content, chart: Content, data: Markup | null, legend?: Content): Markup =>
	markup`<figure><figcaption>${takeaway}</figcaption>${chart}${legend ? markup`<p class="legend">${legend}</p>` : null}${data ? markup`<details class="data"><summary>Table</summary>${data}</details>` : null}</figure>`;

/** A titled part of the page, to which alerts and the navigation lead. */
export interface Part {
	readonly id: string;
	readonly title: string;
	readonly body: Content;
}

/** A part as a section. */
export const section = ({id, title, body}: Part): Markup =>
	markup`<section id="${id}" aria-labelledby="${id}-title"><h2 id="${id}-title">${title}</h2>${body}</section>`;
