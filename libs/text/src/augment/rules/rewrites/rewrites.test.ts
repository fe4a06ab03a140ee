import test from 'ava';
import {rewrites} from './rewrites.ts';

for (const {name, examples, refusals, of} of rewrites) {
	for (const [before, after] of examples) test(`${name}: ${before}`, (t) => t.deepEqual(of(before), [after]));
	for (const text of refusals) test(`${name} leaves: ${text}`, (t) => t.deepEqual(of(text), []));
	test(`${name} leaves hostile text`, (t) => {
		for (const piece of [
			'a ',
			'the a ',
			'I want ',
			', ',
			' not',
			"n't ",
			'because ',
			'the aaaaaaaaaaaaaaaaaaaaaaaaaaa ',
		])
			t.true(of(piece.repeat(300).slice(0, 300)).length <= 1);
	});
}
