import test from 'ava';
import {batchOf} from '../fixtures/arbitrary-batch.ts';
import {sentenceCounts} from './sentence-counts.ts';

const cases = [
	['', 1],
	['One.  ', 2],
	['One. ', 1],
	['  ', 1],
	['One', 1],
	['One. Two! Three? four', 4],
	['Wait... what', 1],
	['He said "No." Then left.', 2],
	['Dr. Who came at 5 p.m. today.', 1],
	['Ends. . . .', 1],
	['Ends.  .', 2],
	['Ends.\t?', 2],
	['你好。再见。', 1],
	['你好 。 再见 。', 2],
	['a ؟ b', 2],
] as const;

for (const [text, count] of cases)
	test(`counts ${count} sentences in ${JSON.stringify(text)} as spaCy does`, (t) => {
		t.deepEqual([...sentenceCounts(batchOf([Buffer.from('One. Two.'), Buffer.from(text)]))], [2, count]);
	});
