import test from 'ava';
import {pairWriter, scriptedModel} from './scripted-model.ts';

test('answers by its function, and holds it in its identity', async (t) => {
	const model = scriptedModel((asked) => `${asked}!`);
	t.deepEqual(await model.call({messages: [{role: 'user', content: 'Hi'}]}, {}), {
		text: 'Hi!',
		finish: 'stop',
	});
	t.true(JSON.stringify(model.identity).includes('asked'));
});

test('writes as many pairs as are wanted', async (t) => {
	const {text} = await pairWriter.call(
		{messages: [{role: 'user', content: 'Pairs wanted: 3\nDocument:\nOne. Two'}], seed: 1},
		{},
	);
	t.is(text.split('"instruction"').length, 4);
});
