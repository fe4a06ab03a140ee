export {borders, input, output, windowBytes, windowRows} from './memory';
export {hash64, hash64Rows} from './hash64';
export {hash128Rows} from './hash128';
export {lines} from './lines';
export {begin, end, fold} from './stream';
