import {sampleUrlLists} from '@millrace/text';
import {runStage, testStage} from '@millrace/testing';
import test from 'ava';
import {urlFilter} from './url-filter.ts';

const rows = [
	'https://example.org/news',
	'https://www.sample-spam.org/',
	'http://casino-sample.example.com/',
	'http://example.org/spam/page.html',
	'http://example.org/pokersample',
	'http://example.org/casino?bonus=1',
	'http://example.org/free-casino/sample',
	'',
].map((url) => ({url}));

testStage(test, 'url-filter', {stage: () => urlFilter(sampleUrlLists), rows});

test('drops rows with the reasons of datatrove, and quarantines those without a URL', async (t) => {
	const {rows: out, drops, quarantines} = await runStage(urlFilter(sampleUrlLists), rows);
	t.deepEqual(
		out.map(({row}) => row),
		[rows[0]],
	);
	t.deepEqual(
		drops.map(({row, reason, score}) => [row, reason, score]),
		[
			[1, 'domain', undefined],
			[2, 'subdomain', undefined],
			[3, 'url', undefined],
			[4, 'hard-blacklisted', undefined],
			[5, 'soft-blacklisted', 2],
			[6, 'blacklisted-subword', undefined],
		],
	);
	t.deepEqual(quarantines, [
		{row: 7, error: 'expected a URL, found an empty text; filter such rows out before.'},
	]);
});

test('without lists keeps every row', async (t) => {
	const {drops} = await runStage(urlFilter(), rows.slice(0, 7));
	t.deepEqual(drops, []);
});
