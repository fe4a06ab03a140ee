import test from 'ava';
import {costTally, priced} from '../augmentation/cost-figures.ts';
import {costSentence, costTable} from './cost-table.ts';

const tally = costTally();
const usage = {requests: 2, prompt_tokens: 1500, completion_tokens: 300};
tally.add({augmented: true, augmenter: '<b>llm</b>', usage, accepted: true});
tally.add({augmented: false, augmenter: null, usage, accepted: false});
const figures = tally.figures();

test('says what calls took, by maker and in all, with the price where it is known', (t) => {
	if (!figures) return t.fail();
	t.is(costSentence(figures), '4 requests took 3,000 tokens in and 600 out.');
	const plain = costTable(figures).source;
	t.regex(plain, />1,800<.+without a new variant.+>all</s);
	t.true(plain.includes('&#60;b&#62;llm') && !plain.includes('<b>llm') && !plain.includes('>cost<'));
	const money = priced(figures, {perMillionInput: 100, perMillionOutput: 1000});
	t.is(
		costSentence(money),
		'4 requests took 3,000 tokens in and 600 out, which cost 0.9 at 100 and 1000 a million.',
	);
	t.regex(costTable(money).source, />cost<.+>0\.45<.+>0\.45<.+>0\.9</s);
});
