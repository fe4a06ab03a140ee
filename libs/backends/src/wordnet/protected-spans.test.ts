import {random, rowSeed, stageKey} from '@millrace/core';
import {augment} from '@millrace/stages';
import {runStage} from '@millrace/testing';
import {aeda, eda, keyboardNoise, ocrNoise, spellingNoise, syntacticRewrites} from '@millrace/text';
import test from 'ava';
import {wordnet} from './wordnet.ts';
import {wordnetSynonyms} from './wordnet-synonyms.ts';

const ROWS = 4_000;
const choose = random(rowSeed(stageKey(1, 'templates'), new Uint8Array(16), 0, 0));

const openings = [
	'I do not know why',
	'Please tell me whether',
	'My shop noticed that',
	'We are sure that',
	'Yesterday I bought a thing and',
];
const middles = [
	'was charged',
	'is not listed on the large page of',
	'was quickly refunded to',
	'has been blocked by',
	"isn't confirmed by",
];
const endings = [
	'in both shops.',
	'because I made a mistake.',
	'yesterday.',
	'although the problem is finished!',
	'at the store?',
];

/** Spans of many kinds, each different from all others. */
const spans: readonly ((index: number) => string)[] = [
	(index) => `$${index + 10}.50`,
	(index) => `user${index}@example.com`,
	(index) => `{{name_${index}}}`,
	(index) => `<ACCOUNT_${index}>`,
	(index) => `https://example.com/a/${index}`,
	(index) => `\`run(${index})\``,
	(index) => `${(index % 27) + 1} March ${1990 + (index % 40)}`,
];

const templates = Array.from({length: ROWS}, (_, index) => {
	const [one, other] = [choose.pick(spans)(index * 2), choose.pick(spans)(index * 2 + 1)];
	return {
		text: `${choose.pick(openings)} ${one} ${choose.pick(middles)} ${other} ${choose.pick(endings)}`,
		spans: [one, other],
	};
});

const augmenters = [
	wordnetSynonyms(),
	syntacticRewrites(),
	eda({synonyms: wordnet()}),
	aeda(),
	keyboardNoise(),
	ocrNoise(),
	spellingNoise(),
];

for (const by of augmenters) {
	test(`${by.name}: protected spans survive exactly once in ${ROWS} generated templates`, async (t) => {
		const {rows} = await runStage(
			augment({by, attempts: 1}),
			templates.map(({text}) => ({text})),
		);
		const accepted = rows.filter(({row}) => row['verdict'] === 'accepted');
		const bad = accepted.filter(({row, source}) =>
			templates[source]?.spans.some((span) => String(row['text']).split(span).length !== 2),
		);
		t.log(`${accepted.length} accepted of ${ROWS}`);
		t.true(accepted.length > ROWS / 4);
		t.true(bad.length <= accepted.length / 1000, String(bad[0]?.row['text']));
	});
}
