import test from 'ava';
import {readSource, sourcesOf, tempFolder} from '@millrace/testing';
import {fromWeb} from './from-web.ts';
import {warcBytes} from './warc-bytes.ts';

test('reads pages and archives in one folder, in the order of their names', async (t) => {
	const root = tempFolder(t, {
		'a.html': '<p>a',
		'b.warc': Buffer.concat(
			['b', 'c'].map((text) =>
				warcBytes({type: 'resource', url: `https://${text}.example/`, content: Buffer.from(text)}),
			),
		),
		'c/d.htm': '<p>d',
		'e.txt': 'no page',
	});
	const reader = fromWeb({files: root});
	const rows = [];
	for (const source of await sourcesOf(reader)) {
		await reader.check(source);
		rows.push(...(await readSource(reader, source)).rows);
	}
	t.deepEqual(
		rows.map(({path, url, body}) => [
			path,
			url,
			Buffer.from(body instanceof Uint8Array ? body : []).toString(),
		]),
		[
			['a.html', null, '<p>a'],
			['b.warc', 'https://b.example/', 'b'],
			['b.warc', 'https://c.example/', 'c'],
			['c/d.htm', null, '<p>d'],
		],
	);
	t.deepEqual(Object.keys(reader.columns), [
		'path',
		'url',
		'fetched',
		'status',
		'content_type',
		'record_id',
		'body',
	]);
});
