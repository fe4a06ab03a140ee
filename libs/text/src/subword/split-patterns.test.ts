import test from 'ava';
import {splitPatterns} from './split-patterns.ts';

const cases = [
	{split: 'gpt2', text: "I'm", words: "I|'m"},
	{split: 'gpt2', text: 'x  12345\n', words: 'x| | 12345|\n'},
	{split: 'gpt2', text: '\u0085\ufeff!', words: '\u0085|\ufeff!'},
	{split: 'llama3', text: "I'M", words: "I|'M"},
	{split: 'llama3', text: 'x  12345\n', words: 'x| | |123|45|\n'},
	{split: 'llama3', text: '(a)\n\nb', words: '(a|)\n\n|b'},
] as const;

for (const {split, text, words} of cases)
	test(`cuts ${JSON.stringify(text)} into words as ${split} does`, (t) => {
		t.is((text.match(splitPatterns[split].words) ?? []).join('|'), words);
	});
