import {wordTagger, type WordTag} from '@millrace/text';
import test from 'ava';
import {loadWordnet} from './load-wordnet.ts';
import {taggedSentences} from './tagged-sentences.ts';

const LETTERS: Partial<Record<WordTag, string>> = {
	noun: 'n',
	plural: 's',
	name: 'p',
	base: 'b',
	third: 'z',
	past: 'd',
	participle: 'e',
	gerund: 'g',
	adjective: 'j',
	adverb: 'r',
};

test('tags at least 97 % of the content words of sentences that were tagged by hand', async (t) => {
	const tag = wordTagger((await loadWordnet()).count);
	const wrong: string[] = [];
	let all = 0;
	for (const line of taggedSentences.trim().split('\n')) {
		const pairs = line
			.split(' ')
			.map((pair) => pair.split('/'))
			.filter(([word]) => /\w/.test(word ?? ''));
		const tags = tag(
			pairs.map(([word = '']) => word),
			(place) => place === 0,
		);
		for (const [place, [word = '', wanted]] of pairs.entries()) {
			if (wanted === '-') continue;
			all++;
			const found = LETTERS[tags[place]?.tag ?? 'border'] ?? '-';
			if (found !== wanted)
				wrong.push(`${word} ${found} for ${wanted ?? ''} in: ${pairs.map(([word]) => word).join(' ')}`);
		}
	}
	t.log(`${all - wrong.length} of ${all}`, wrong);
	t.true(wrong.length <= 0.03 * all);
});
