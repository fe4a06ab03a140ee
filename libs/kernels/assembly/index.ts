export {
	borders,
	classIndex,
	classPages,
	classes,
	figures,
	input,
	output,
	rowWords,
	specialBytes,
	specialSketches,
	specialSlots,
	specialTexts,
	specials,
	stopBytes,
	stopSlots,
	stopTexts,
	stops,
	windowBytes,
	windowRows,
	wordBorders,
} from './memory';
export {hash64, hash64Rows} from './hash64';
export {hash128Rows} from './hash128';
export {lines} from './lines';
export {begin, end, fold} from './stream';
export {words} from './words';
export {lineFigures} from './line-figures';
export {repetitionFigures} from './repetition-figures';
export {wordFigures} from './word-figures';
export {shingles} from './shingles';
export {minhash, minhash32, minima, mostHashes, multipliers, summands} from './minhash';
export {simplify} from './simplify';
