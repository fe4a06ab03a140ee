import {readFileSync} from 'node:fs';
import test from 'ava';
import {z} from 'zod';
import {badWords} from './bad-words.ts';

const golden = z
	.object({
		lists: z.record(z.string(), z.array(z.string())),
		verdicts: z.array(z.tuple([z.string(), z.string(), z.boolean()])),
	})
	.parse(JSON.parse(readFileSync(new URL('../../fixtures/bad-words.json', import.meta.url), 'utf8')));

test('finds words where datatrove finds them, in every language', (t) => {
	t.true(golden.verdicts.length > 1000);
	t.deepEqual(
		golden.verdicts.flatMap(([language, text, found]) =>
			badWords(golden.lists[language] ?? [], language)(text) > 0 === found ? [] : [{language, text, found}],
		),
		[],
	);
	for (const language of Object.keys(golden.lists))
		for (const found of [true, false])
			t.true(golden.verdicts.some((each) => each[0] === language && each[2] === found));
});

test('counts places', (t) => {
	t.is(badWords(['damn', 'damn it'], 'en')('Damn it, damn! Goddamn.'), 2);
	t.is(badWords(['ばか'], 'ja')('ばかばか'), 2);
});

test('gets through a megabyte of the beginnings of words', (t) => {
	const search = badWords(['a'.repeat(60), '  b', 'a a a a b'], 'en');
	for (const unit of ['a', 'a ', ' ', '\u{1f600}']) t.is(search(unit.repeat(1_000_000 / unit.length)), 0);
});
