export {
	borders,
	classIndex,
	classPages,
	classes,
	input,
	output,
	rowWords,
	specialBytes,
	specialSketches,
	specialSlots,
	specialTexts,
	specials,
	windowBytes,
	windowRows,
	wordBorders,
} from './memory';
export {hash64, hash64Rows} from './hash64';
export {hash128Rows} from './hash128';
export {lines} from './lines';
export {begin, end, fold} from './stream';
export {words} from './words';
