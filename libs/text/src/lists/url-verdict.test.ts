import {readFileSync} from 'node:fs';
import test from 'ava';
import {z} from 'zod';
import {urlVerdict} from './url-verdict.ts';

const words = z.array(z.string());
const golden = z
	.object({
		lists: z.object({
			domains: words,
			urls: words,
			bannedWords: words,
			bannedSubwords: words,
			softWords: words,
		}),
		verdicts: z.array(z.tuple([z.string(), z.string().nullable()])),
	})
	.parse(JSON.parse(readFileSync(new URL('../../fixtures/url-filter.json', import.meta.url), 'utf8')));

test('judges every URL as datatrove does', (t) => {
	const judge = urlVerdict(golden.lists);
	t.true(golden.verdicts.length > 500);
	t.deepEqual(
		golden.verdicts.flatMap(([url, reason]) => {
			const own = judge(url)?.reason ?? null;
			return own === reason ? [] : [{url, own, reason}];
		}),
		[],
	);
	t.is(new Set(golden.verdicts.map(([, reason]) => reason)).size, 7);
});

test('the number of soft words is the score, and the bound can be moved', (t) => {
	const lists = {
		domains: [],
		urls: [],
		bannedWords: [],
		bannedSubwords: [],
		softWords: ['bet', 'bonus', 'casino'],
	};
	t.deepEqual(urlVerdict(lists)('http://bet.org/bonus/casino'), {reason: 'soft_blacklisted', score: 3});
	t.is(urlVerdict(lists, 4)('http://bet.org/bonus/casino'), undefined);
	t.is(urlVerdict({...lists, bannedWords: ['--', 'порно']})('http://fine.org/'), undefined);
});

test('gets through a megabyte of anything', (t) => {
	const judge = urlVerdict(golden.lists);
	for (const unit of ['a', '.', '/', '@', ':', 'a.', '-', ':/'])
		t.is(typeof judge(unit.repeat(1_000_000)), 'undefined', unit);
});
