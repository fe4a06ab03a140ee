import test from 'ava';
import {asSource, readSource, tempFolder} from '@millrace/testing';
import fc from 'fast-check';
import {fromAlpaca} from './from-alpaca.ts';

test('earlier questions and answers stand before the last, after the system prompt', async (t) => {
	const text = fc.string({unit: 'grapheme', minLength: 1});
	const pairs = fc.array(fc.tuple(text, text));
	await fc.assert(
		fc.asyncProperty(text, text, fc.option(text), pairs, async (instruction, output, system, history) => {
			const root = tempFolder(t, {'a.json': JSON.stringify([{instruction, output, system, history}])});
			const {rows} = await readSource(fromAlpaca({files: root}), asSource('a.json'));
			t.deepEqual(rows[0]?.['messages'], [
				...(system === null ? [] : [{role: 'system', content: system}]),
				...[...history, [instruction, output] as const].flatMap(([question, answer]) => [
					{role: 'user', content: question},
					{role: 'assistant', content: answer},
				]),
			]);
		}),
		{numRuns: 30},
	);
});

test('a list that is cut off loses its last record alone', async (t) => {
	const records = Array.from({length: 9}, (_, index) => ({
		instruction: `${index}`,
		input: '',
		output: 'yes',
	}));
	const whole = JSON.stringify(records, null, 4);
	const root = tempFolder(t, {'a.json': whole.slice(0, -30)});
	const {rows, quarantines} = await readSource(fromAlpaca({files: root}), asSource('a.json'));
	t.is(rows.length, 8);
	t.deepEqual(
		quarantines.map(({error}) => error),
		['expected a JSON object, found text that is not JSON'],
	);
});
