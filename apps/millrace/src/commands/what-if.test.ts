import test from 'ava';
import {captured, notes, publishedNotes} from '../../fixtures/harness.ts';
import {whatIfCommand} from './what-if.ts';

test('sweeps the rules of a pipeline over what a version keeps', async (t) => {
	const out = await publishedNotes(t);
	const [text, one, json] = [captured(), captured(), captured()];
	await whatIfCommand(notes, {out}, text);
	t.regex(text.text(), /^notes version 1, 9 rows published: /);
	t.regex(
		text.text(),
		/\nlength\.min {2}drops as too-short [^]*; now < 4\n[^]*\nlength\.max {2}drops as too-long /,
	);
	t.regex(text.text(), /\n +now ▸ +4 +10 +1 +9/);
	await whatIfCommand(notes, {out, rule: 'length.min', values: [1]}, one);
	t.regex(one.text(), /\n +1 +11 +0 +10 +1 /);
	t.regex(one.text(), /\nunseen: of the rows published, /);
	await whatIfCommand(notes, {out, rule: 'length.min', values: [1], json: true}, json);
	t.like(json.json()[0], {
		stage: 'length',
		option: 'min',
		threshold: 4,
		swept: [
			{threshold: 1, keeps: 11, drops: 0, published: 10, unseen: 1},
			{threshold: 4, current: true, published: 9},
		],
	});
	await t.throwsAsync(whatIfCommand(notes, {out, rule: 'length'.slice(1)}, captured()), {code: 'usage'});
});
