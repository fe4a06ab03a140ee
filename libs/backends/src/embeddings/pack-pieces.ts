import {textPieces, type TextPiecesOptions} from '../transformers/text-pieces.ts';

/**
 * Cuts a text that a model does not take whole into pieces that it takes, each of as many sentences as fit; a
 * sentence that does not fit is cut at white space near its middle. Nothing but white space between pieces is left out.
 */
export function packPieces(text: string, options: TextPiecesOptions): string[] {
	const {fits, longest} = options;
	const taken = (piece: string): boolean => piece.length <= longest && fits(piece);
	const whole = text.trim();
	if (taken(whole)) return [whole];
	const pieces: string[] = [];
	let [open, space] = ['', ''];
	for (const {before, text: piece, after} of textPieces(text, options)) {
		space += before;
		if (piece === '') {
			space += after;
			continue;
		}
		const joined = open + space + piece;
		if (open !== '' && taken(joined)) open = joined;
		else {
			if (open !== '') pieces.push(open);
			open = piece;
		}
		space = after;
	}
	if (open !== '') pieces.push(open);
	return pieces;
}
