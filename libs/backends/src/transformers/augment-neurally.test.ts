import {backTranslate, paraphrase} from '@millrace/stages';
import {runStage, testSpans, testStage} from '@millrace/testing';
import test from 'ava';
import {joinTranslations} from '../join-translations.ts';
import {tinyModels} from './tiny-models.ts';
import {transformersParaphrase} from './transformers-paraphrase.ts';
import {transformersSubstitution} from './transformers-substitution.ts';
import {transformersTranslation} from './transformers-translation.ts';

const {enEs, esEn, enEo, eoEn} = tinyModels;
const translations = joinTranslations(
	[enEs, esEn, enEo, eoEn].map((model) => transformersTranslation({model})),
);
const rewriter = transformersParaphrase({model: tinyModels.paraphrase, sample: true, topP: 0.9});
const masked = transformersSubstitution({model: tinyModels.masked});

const frames = [
	'Please send {a} to {b} before Monday.',
	'The code {a} does not work. Can you help me?',
	'I do not recognise a payment of {a}.',
	'I paid {a} to {b} last week.\n\nMany thanks for your help.',
];
const spans = ['{{name}}', '<ACCOUNT_ID>', '$1,200.50', 'jane.doe@example.com', '`reset()`', '12 March 2026'];
const filled = Array.from({length: 12}, (_, index) => {
	const own = [spans[index % 6] ?? '', spans[(index * 5 + 1) % 6] ?? ''];
	const text = frames[index % 4]?.replace('{a}', own[0] ?? '').replace('{b}', own[1] ?? '') ?? '';
	return {text, own: own.filter((span) => text.includes(span))};
});
const rows = filled.map(({text}) => ({text}));

const stages = {
	backTranslate: () =>
		backTranslate({backend: translations, pivots: ['es', 'eo'], n: 2, gates: {maxOverlap: 0.99}}),
	paraphrase: () => paraphrase({backend: rewriter, n: 1}),
};

testStage(test, 'back-translate by tiny models', {stage: stages.backTranslate, rows: rows.slice(0, 3)});
testStage(test, 'paraphrase by a tiny model', {stage: stages.paraphrase, rows: rows.slice(0, 3)});

for (const [name, stage] of Object.entries(stages)) {
	test(`${name}: spans stand exactly once in what is accepted, which is some`, async (t) => {
		const run = await runStage(stage(), rows);
		const accepted = run.rows.filter(({row}) => row['verdict'] === 'accepted');
		t.true(accepted.length >= 2, `${accepted.length} accepted`);
		for (const {row, source} of accepted) {
			for (const span of filled[source]?.own ?? [])
				t.is(String(row['text']).split(span).length, 2, `${span} in ${String(row['text'])}`);
		}
		t.deepEqual(run.quarantines, []);
	});
}

// All of the 4,000: MILLRACE_TEMPLATES=4000 npx ava src/transformers/augment-neurally.test.ts
for (const [name, stage] of Object.entries({...stages, substitute: () => paraphrase({backend: masked})}))
	testSpans(test, name, {stage, count: 100, least: 0.05});

test.after.always(async () => {
	await translations.close?.();
	await rewriter.close?.();
	await masked.close?.();
});
