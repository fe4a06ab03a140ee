import test from 'ava';
import {ruleAugmenter} from './rule-augmenter.ts';

const letters = (calls: {opened: number} = {opened: 0}) =>
	ruleAugmenter({
		name: 'letters',
		options: {},
		languages: ['en'],
		open: () => {
			calls.opened++;
			return (text, random) =>
				text === 'none' ? undefined : {text: random.pick(['a', 'b', text]), via: 'pick'};
		},
	});

test('asks until as many distinct variants came as are wanted, without the text itself', async (t) => {
	const {variants, origins} = await letters().call(
		{texts: ['a', 'none'], language: 'en', seeds: [1, 2], attempt: 0, wanted: 5},
		{},
	);
	t.deepEqual(variants, [['b'], []]);
	t.deepEqual(origins, [[{via: 'pick'}], []]);
});

test('opens what it needs once, again after a failure and after close', async (t) => {
	const calls = {opened: 0};
	const augmenter = letters(calls);
	const request = {texts: ['x'], language: 'en', seeds: [1], attempt: 0};
	await augmenter.call(request, {});
	await augmenter.call(request, {});
	t.is(calls.opened, 1);
	await augmenter.close?.();
	await augmenter.call(request, {});
	t.is(calls.opened, 2);
	let tries = 0;
	const failing = ruleAugmenter({
		name: 'failing',
		options: {},
		open: () => (++tries === 1 ? Promise.reject(new Error('not installed')) : () => 'y'),
	});
	await t.throwsAsync(failing.call(request, {}), {message: 'not installed'});
	t.deepEqual((await failing.call(request, {})).variants, [['y']]);
});

test('wants a seed for each text', async (t) => {
	await t.throwsAsync(letters().call({texts: ['x', 'y'], language: 'en', seeds: [1], attempt: 0}, {}), {
		message: /expected a seed for each of 2 texts, found 1/,
	});
});
