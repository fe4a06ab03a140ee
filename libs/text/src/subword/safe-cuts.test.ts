import test from 'ava';
import {cutsAreSafe} from './safe-cuts.ts';

const byteLevel = {type: 'ByteLevel', add_prefix_space: false, use_regex: true};
const cases = [
	{title: 'byte-level', file: {pre_tokenizer: byteLevel}, safe: true},
	{
		title: 'BERT',
		file: {normalizer: {type: 'BertNormalizer'}, pre_tokenizer: {type: 'BertPreTokenizer'}},
		safe: true,
	},
	{title: 'a prefix space', file: {pre_tokenizer: {...byteLevel, add_prefix_space: true}}, safe: false},
	{title: 'metaspace', file: {pre_tokenizer: {type: 'Metaspace'}}, safe: false},
	{title: 'no cutting into words', file: {normalizer: {type: 'Prepend'}}, safe: false},
	{
		title: 'an unknown pattern',
		file: {
			pre_tokenizer: {
				type: 'Sequence',
				pretokenizers: [
					{type: 'Split', pattern: {Regex: '.+'}, behavior: 'Isolated', invert: false},
					{...byteLevel, use_regex: false},
				],
			},
		},
		safe: false,
	},
	{
		title: 'a token across lines',
		file: {added_tokens: [{content: '\n\n'}], pre_tokenizer: byteLevel},
		safe: false,
	},
	{
		title: 'a token that eats the space before it',
		file: {added_tokens: [{content: 'x', lstrip: true}], pre_tokenizer: byteLevel},
		safe: false,
	},
];

for (const {title, file, safe} of cases)
	test(`${title}: ${safe ? 'may be cut' : 'stays whole'}`, (t) => {
		t.is(cutsAreSafe(JSON.stringify(file)), safe);
	});
