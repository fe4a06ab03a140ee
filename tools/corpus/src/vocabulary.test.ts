import test from 'ava';
import {scripts} from './scripts.ts';
import {vocabulary, vocabularySize} from './vocabulary.ts';

const inScript = (name: string) =>
	name === 'Kana'
		? /^[\p{Script=Hiragana}\p{Script=Katakana}]+$/u
		: new RegExp(`^[\\p{Script=${name}}\\p{Mn}]+$`, 'u');

for (const script of scripts) {
	test(`words of ${script.name} are distinct, in their script and in composed form`, (t) => {
		const {words} = vocabulary(script, 1);
		t.is(new Set(words).size, vocabularySize);
		t.deepEqual(
			words.filter((word) => !inScript(script.name).test(word) || word !== word.normalize()),
			[],
		);
	});
}

test('the bytes hold every word and its form with a capital', (t) => {
	for (const script of scripts) {
		const {words, bytes, offsets} = vocabulary(script, 2);
		const form = (index: number) =>
			Buffer.from(bytes.subarray(offsets[index], offsets[index + 1])).toString();
		t.deepEqual(
			words.map((_, index) => form(index)),
			words,
		);
		t.true(words.every((word, index) => form(index + vocabularySize).toLowerCase() === word.toLowerCase()));
	}
});

test('another seed gives other words', (t) => {
	const [script] = scripts;
	if (script) t.notDeepEqual(vocabulary(script, 1).words, vocabulary(script, 2).words);
	else t.fail('there are no scripts');
});

test('shares of the scripts add up to 1,000', (t) => {
	t.is(
		scripts.reduce((sum, {share}) => sum + share, 0),
		1000,
	);
	t.is(scripts.length, 10);
});
