import test from 'ava';
import {archivePages} from './archive-pages.ts';

test('no two pages have one address, and all addresses are reserved for examples', (t) => {
	const urls = archivePages().map(({url}) => url);
	t.is(new Set(urls).size, urls.length);
	t.true(urls.every((url) => URL.parse(url)?.hostname.endsWith('.example') === true));
});

test('there are copies, threads and pages in other languages', (t) => {
	const hosts = Map.groupBy(archivePages(), ({url}) => URL.parse(url)?.hostname ?? '');
	for (const [host, least] of [
		['mirror.example', 15],
		['reposts.example', 8],
		['forum.bank.example', 100],
		['rights.example', 10],
	] as const)
		t.true((hosts.get(host)?.length ?? 0) >= least, host);
});
