import {trainLanguageModel} from '@millrace/probes';
import test from 'ava';
import {fluency} from './fluency.ts';

const texts = ['My card was stolen', 'I lost my card', 'Someone took my card', 'The card is gone'];

test('fluency is that of the original for the original, and worse for its words in disorder', async (t) => {
	const model = await trainLanguageModel(texts);
	const [same, disorder] = await fluency({model}).judge([
		{original: 'I lost my card', variant: 'I lost my card', row: {}},
		{original: 'I lost my card', variant: 'card lost I my', row: {}},
	]);
	t.is(same, 1);
	t.true(Number(disorder) > 1.5);
});
