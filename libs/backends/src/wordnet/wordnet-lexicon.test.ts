import {augment} from '@millrace/stages';
import {runStage} from '@millrace/testing';
import type {Augmenter} from '@millrace/text';
import test from 'ava';
import {wordnetLexicon} from './wordnet-lexicon.ts';

test('has words of English in all their forms, and those that have no content', async (t) => {
	const has = await wordnetLexicon().open();
	for (const word of ['hotel', 'terminals', 'paid', 'controlling', 'better', 'what', 'euros'])
		t.true(has(word, 'en') && has(word, 'en-GB') && !has(word, 'de'), word);
	for (const word of ['tarjeta', 'kartan', 'después', '', 'x'.repeat(1_000_000)])
		t.false(has(word, 'en'), word.slice(0, 20));
});

/** As a round trip through Spanish says it. */
const trip: Augmenter = {
	name: 'trip',
	identity: 'trip',
	concurrency: 1,
	call: ({texts, attempt}) =>
		Promise.resolve({
			variants: texts.map(() => (attempt === 0 ? ['I paid in the terminal.', 'I paid in the tienda.'] : [])),
			origins: texts.map(() => [
				{pivots: ['Pagué en la terminal de la tienda.']},
				{pivots: ['Pagué en la tienda.']},
			]),
		}),
};

test('a word that English has too is no leak where the stage has a lexicon', async (t) => {
	const verdicts = async (judges: Parameters<typeof augment>[0]['judges']) => {
		const stage = augment({by: trip, n: 2, ...(judges ? {judges} : {}), gates: {minChrf: null}});
		const run = await runStage(stage, [{text: 'I paid at the till of the shop.'}]);
		return run.rows.map(({row}) => row['verdict']);
	};
	t.deepEqual(await verdicts(undefined), ['original', 'pivot-leaked', 'pivot-leaked']);
	t.deepEqual(await verdicts({lexicon: wordnetLexicon()}), ['original', 'accepted', 'pivot-leaked']);
});
