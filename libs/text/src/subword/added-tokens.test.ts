import test from 'ava';
import {addedTokens, withoutSpecials} from './added-tokens.ts';

const file = JSON.stringify({
	added_tokens: [
		{id: 0, content: '<s>', special: true},
		{id: 1, content: '<think>', special: false},
		{content: 'no id'},
	],
	model: {type: 'BPE'},
});

test('lists added tokens, special or not', (t) => {
	t.deepEqual(addedTokens(file), [
		{id: 0, content: '<s>', special: true},
		{id: 1, content: '<think>', special: false},
	]);
	t.deepEqual(addedTokens('{}'), []);
});

test('takes special tokens out and leaves the rest as it is', (t) => {
	t.deepEqual(JSON.parse(withoutSpecials(file)), {
		added_tokens: [{id: 1, content: '<think>', special: false}, {content: 'no id'}],
		model: {type: 'BPE'},
	});
});
