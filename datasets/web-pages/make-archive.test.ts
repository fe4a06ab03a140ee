import {readFileSync} from 'node:fs';
import {gunzipSync} from 'node:zlib';
import test from 'ava';
import {archiveRecords} from './make-archive.ts';

test('the archive that is kept is the one that the script makes', (t) => {
	const bytes = readFileSync(new URL('pages/crawl.warc.gz', import.meta.url));
	t.true(
		gunzipSync(bytes).equals(Buffer.concat(archiveRecords())),
		'make it anew: node datasets/web-pages/make-archive.ts',
	);
});
