import {markup, type Markup} from './markup.ts';
import {visibleParts} from './visible.ts';

/** A text of the data as markup: inert, isolated from the direction of what stands around it, with hidden characters named. */
export const shown = (text: string): Markup =>
	markup`<bdi>${visibleParts(text).map((part) => ('text' in part ? part.text : markup`<i class="sign">${part.sign}</i>`))}</bdi>`;
