import test from 'ava';
import {labelled} from '../../../../fixtures/judged.ts';
import {nearestCentroid} from './nearest-centroid.ts';

const candidate = (variant: string, label: string) => ({original: 'I lost my card', variant, row: {label}});

test('a variant nearer to the centre of another label has less than 1', async (t) => {
	const [kept, lost] = await nearestCentroid({examples: labelled}).judge([
		candidate('They stole my card', 'card'),
		candidate('Where did my transfer go', 'card'),
	]);
	t.is(kept, 1);
	t.true(Number(lost) < 1);
});

test('labels and words that are not known are not judged', async (t) => {
	t.deepEqual(
		await nearestCentroid({examples: labelled}).judge([
			candidate('anything', 'other'),
			candidate('xyzzy', 'card'),
		]),
		[null, null],
	);
});
