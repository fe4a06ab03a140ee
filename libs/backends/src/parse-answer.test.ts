import test from 'ava';
import {z} from 'zod';
import {parseAnswer} from './parse-answer.ts';

const shape = z.object({a: z.array(z.number())});

test('gives what the shape says', (t) => {
	t.deepEqual(parseAnswer('{"a": [1], "b": 2}', shape, 'an answer'), {a: [1]});
});

test('what is no such JSON may pass, and the error says what was expected and found', (t) => {
	t.throws(() => parseAnswer(`busy${'!'.repeat(1000)}`, shape, 'an answer'), {
		name: 'TemporaryFault',
		message: /^expected JSON, found "busy!{76}"$/,
	});
	t.throws(() => parseAnswer(JSON.stringify({a: Array.from('many faults')}), shape, 'an answer'), {
		name: 'TemporaryFault',
		message: /^expected an answer, found .+ \(a\.0: [^;]+(?:; a\.\d: [^;]+){4}\)$/,
	});
});
