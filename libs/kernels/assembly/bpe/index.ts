export {configure, input, longestWord, output, windowBytes} from './memory';
export {addPair, addWord, setByte} from './model';
export {consumed, encode, encodeOne, halted} from './encode';
