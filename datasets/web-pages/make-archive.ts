import {writeFileSync} from 'node:fs';
import {gzipSync} from 'node:zlib';
import {httpBytes, warcBytes} from '@millrace/io';
import {archivePages, type ArchivePage} from './archive-pages.ts';

/** The records of the archive, in order; the last but one is damaged, as happens in transfers. */
export function archiveRecords(): readonly Uint8Array[] {
	const info = warcBytes({
		type: 'warcinfo',
		date,
		id: uuid(0),
		contentType: 'application/warc-fields',
		content: Buffer.from('software: datasets/web-pages/make-archive.ts\r\nformat: WARC File Format 1.1\r\n'),
	});
	const responses = archivePages().map((page, at) => response(page, at + 1));
	const broken = Buffer.from(responses.at(-1) ?? []);
	broken.write('Content-Length: 9', broken.indexOf('Content-Length: '));
	return [
		info,
		...responses,
		broken,
		response(
			{
				url: 'https://last.example/',
				body: Buffer.from(
					'<p>The last record of an archive, which is read although the one before it is damaged.</p>',
				),
			},
			9999,
		),
	];
}

const date = '2024-06-01T00:00:00Z';
const uuid = (at: number): string => `urn:uuid:00000000-0000-4000-8000-${String(at).padStart(12, '0')}`;

function response(
	{url, body, contentType = 'text/html; charset=utf-8', status = '200 OK', encoding}: ArchivePage,
	at: number,
): Buffer {
	const sent = encoding === 'gzip' ? gzipSync(body) : encoding === 'chunked' ? chunked(body) : body;
	const headers = [
		`Content-Type: ${contentType}`,
		...(encoding === 'gzip'
			? ['Content-Encoding: gzip']
			: encoding === 'chunked'
				? ['Transfer-Encoding: chunked']
				: []),
	];
	return warcBytes({
		type: 'response',
		url,
		date,
		id: uuid(at),
		contentType: 'application/http; msgtype=response',
		content: httpBytes(sent, headers, status),
	});
}

const chunked = (body: Uint8Array): Buffer =>
	Buffer.concat([Buffer.from(`${body.length.toString(16)}\r\n`), body, Buffer.from('\r\n0\r\n\r\n')]);

if (import.meta.main)
	writeFileSync(
		new URL('pages/crawl.warc.gz', import.meta.url),
		Buffer.concat(archiveRecords().map((record) => gzipSync(record, {level: 9}))),
	);
