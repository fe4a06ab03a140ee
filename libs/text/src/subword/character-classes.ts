import type {CharacterClasses} from '@millrace/kernels';
import {characterRuns} from './character-classes.generated.ts';

/** The class of every code point, as the reference implementation's patterns read it; made once a thread. */
export const characterClasses = (): CharacterClasses => (classes ??= expanded());

let classes: CharacterClasses | undefined;

function expanded(): CharacterClasses {
	const all = new Uint8Array(0x110000);
	let point = 0;
	for (const [, count = '', kind = ''] of characterRuns.matchAll(/([0-9a-z]+)([A-I])/g)) {
		const end = point + Number.parseInt(count, 36);
		all.fill(kind.charCodeAt(0) - 65, point, end);
		point = end;
	}
	const pages = new Uint16Array(0x1100);
	const blocks: Uint8Array[] = [];
	const known = new Map<string, number>();
	for (let page = 0; page < pages.length; page++) {
		const block = all.subarray(page * 256, page * 256 + 256);
		const key = Buffer.from(block).toString('latin1');
		let at = known.get(key);
		if (at === undefined) {
			known.set(key, (at = blocks.length));
			blocks.push(block);
		}
		pages[page] = at;
	}
	return {pages, blocks: new Uint8Array(Buffer.concat(blocks))};
}
