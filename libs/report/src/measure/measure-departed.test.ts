import test from 'ava';
import {tickets} from '../../fixtures/published.ts';
import {measureDeparted} from './measure-departed.ts';

test('tells the funnel with scores and examples, and errors alike together', async (t) => {
	const {store, publish} = tickets(t);
	const manifest = await publish([
		...Array.from({length: 9}, (_, index) => ({text: 'x'.repeat(index % 3), label: null})),
		...Array.from({length: 3}, (_, index) => ({text: 'some text', score: `number ${index}`})),
		{text: 'buy now', label: 'spam'},
		{text: 'some text'},
	]);
	const {funnel, quarantine} = await measureDeparted(store, manifest, 'text');
	const length = funnel.find(({stage}) => stage === 'length');
	t.like(length, {in: 10, out: 1});
	t.like(length?.dropped[0], {reason: 'too-short', rows: 9, scores: [0, 2]});
	t.is(length?.dropped[0]?.examples.length, 5);
	const [spam] = funnel.find(({stage}) => stage === 'spam')?.dropped ?? [];
	t.like(spam?.examples[0], {text: 'buy now', score: null, because: null, characters: 7});
	t.is(quarantine.rows, 3);
	t.deepEqual(
		quarantine.errors.map(({stage, rows}) => [stage, rows]),
		[['jsonl', 3]],
	);
	t.regex(
		quarantine.examples[0]?.error ?? '',
		/column score: expected int32 or null, found the text "number \d"/,
	);
});

test('many reasons share the room for examples', async (t) => {
	const {store, publish} = tickets(t);
	const manifest = await publish([{text: 'some text'}, {text: 'x'}]);
	const accounts = [
		...manifest.accounts,
		{
			stage: 'many',
			in: 1000,
			generated: 0,
			out: 0,
			quarantined: 0,
			dropped: Object.fromEntries(Array.from({length: 1000}, (_, index) => [`reason-${index}`, 1])),
		},
	];
	const {funnel} = await measureDeparted(store, {...manifest, accounts}, 'text');
	const examples = funnel.flatMap(({dropped}) => dropped.flatMap((drop) => drop.examples));
	t.is(examples.length, 1);
	t.is(funnel.at(-1)?.dropped.length, 1000);
});
