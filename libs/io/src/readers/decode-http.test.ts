import {brotliCompressSync, deflateRawSync, deflateSync, gzipSync, zstdCompressSync} from 'node:zlib';
import test from 'ava';
import fc from 'fast-check';
import {decodeHttp} from './decode-http.ts';
import {httpBytes} from './warc-bytes.ts';

const text = Buffer.from('<p>It rained for three days.</p>');
const chunked = Buffer.from(
	`8;x=y\r\n${text.toString('latin1', 0, 8)}\r\n18\r\n${text.toString('latin1', 8)}\r\n0\r\n\r\n`,
);
const errorOf = (found: ReturnType<typeof decodeHttp>): string => (typeof found === 'string' ? found : '');
const cases = [
	{title: 'as it stands', bytes: httpBytes(text)},
	{title: 'in gzip', bytes: httpBytes(gzipSync(text), ['Content-Encoding: gzip'])},
	{
		title: 'in deflate, with header and without',
		bytes: httpBytes(deflateSync(text), ['content-encoding: deflate']),
	},
	{title: 'in raw deflate', bytes: httpBytes(deflateRawSync(text), ['content-encoding: deflate'])},
	{title: 'in brotli', bytes: httpBytes(brotliCompressSync(text), ['content-encoding: BR'])},
	{title: 'in Zstandard', bytes: httpBytes(zstdCompressSync(text), ['content-encoding: zstd'])},
	{
		title: 'encoded twice',
		bytes: httpBytes(gzipSync(deflateSync(text)), ['content-encoding: deflate, gzip']),
	},
	{title: 'in chunks', bytes: httpBytes(chunked, ['Transfer-Encoding: chunked'])},
	{
		title: 'put together already, whatever its header says',
		bytes: httpBytes(text, ['Transfer-Encoding: chunked', 'Content-Encoding: gzip']),
	},
	{
		title: 'after a header with short line ends',
		bytes: Buffer.concat([Buffer.from('HTTP/1.0 200 OK\nA: b\n\n'), text]),
	},
	{title: 'in an encoding that nobody knows', bytes: httpBytes(text, ['content-encoding: identity'])},
];

for (const {title, bytes} of cases) {
	test(`reads a body ${title}`, (t) => {
		t.deepEqual(decodeHttp(bytes, 1000), {status: 200, contentType: null, body: text});
	});
}

test('says what is wrong with a body', (t) => {
	const bomb = httpBytes(gzipSync(Buffer.alloc(1 << 20)), ['content-encoding: gzip']);
	t.regex(errorOf(decodeHttp(bomb, 1000)), /at most 1000 bytes.*raise maxRecordBytes/);
	t.regex(
		errorOf(decodeHttp(httpBytes(Buffer.from([0, 1, 2, 3]), ['content-encoding: gzip']), 1000)),
		/expected a body in gzip/,
	);
	t.regex(
		errorOf(decodeHttp(Buffer.from('GET / HTTP/1.1\r\n\r\n'), 1000)),
		/expected an HTTP response, found bytes that begin with "GET/,
	);
});

test('whatever the bytes, there is a response or a sentence', (t) => {
	const header = fc.constantFrom(
		'transfer-encoding: chunked',
		'content-encoding: gzip',
		'content-encoding: br',
		'x: y',
	);
	fc.assert(
		fc.property(fc.uint8Array({maxLength: 100}), fc.array(header, {maxLength: 2}), (bytes, headers) => {
			const found = decodeHttp(httpBytes(bytes, headers), 1000);
			return typeof found === 'string' ? found.startsWith('expected') : found.status === 200;
		}),
	);
	t.pass();
});
