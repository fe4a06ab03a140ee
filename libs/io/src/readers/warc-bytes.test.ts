import test from 'ava';
import {httpBytes, warcBytes} from './warc-bytes.ts';

test('writes a record with its header and its length in bytes', (t) => {
	t.is(
		warcBytes({
			type: 'resource',
			url: 'https://a.example/',
			id: 'urn:x',
			content: Buffer.from('\u00e9'),
		}).toString(),
		'WARC/1.1\r\nWARC-Type: resource\r\nWARC-Target-URI: https://a.example/\r\nWARC-Record-ID: <urn:x>\r\nContent-Length: 2\r\n\r\n\u00e9\r\n\r\n',
	);
	t.is(httpBytes(Buffer.from('x'), ['A: b']).toString(), 'HTTP/1.1 200 OK\r\nA: b\r\n\r\nx');
});
