import test from 'ava';
import {nearestCentroid} from './nearest-centroid.ts';

const examples = [
	...['My card was stolen', 'I lost my card', 'Someone took my card', 'The card is gone'].map((text) => ({
		text,
		label: 'card',
	})),
	...[
		'The transfer is late',
		'My transfer did not arrive',
		'Where is my transfer',
		'A transfer is missing',
	].map((text) => ({text, label: 'transfer'})),
];

const candidate = (variant: string, label: string) => ({original: 'I lost my card', variant, row: {label}});

test('a variant nearer to the centre of another label has less than 1', async (t) => {
	const [kept, lost] = await nearestCentroid({examples}).judge([
		candidate('They stole my card', 'card'),
		candidate('Where did my transfer go', 'card'),
	]);
	t.is(kept, 1);
	t.true(Number(lost) < 1);
});

test('labels and words that are not known are not judged', async (t) => {
	t.deepEqual(
		await nearestCentroid({examples}).judge([candidate('anything', 'other'), candidate('xyzzy', 'card')]),
		[null, null],
	);
});
