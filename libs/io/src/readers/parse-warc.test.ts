import test from 'ava';
import {parseWarc} from './parse-warc.ts';
import {httpBytes, warcBytes} from './warc-bytes.ts';
import {faultRecord} from './warc-framing.ts';

const content = Buffer.from('<p>x');
const none = {url: null, fetched: null, status: null, contentType: null, recordId: null};

test('reads a response, a resource and a conversion', (t) => {
	const http = warcBytes({
		type: 'response',
		url: '<https://a.example/>',
		date: '2024-05-01T12:00:00.5Z',
		id: 'urn:x',
		contentType: 'application/http;msgtype=response',
		content: httpBytes(content, ['content-type: text/html'], '404 Not Found'),
	});
	t.deepEqual(parseWarc(http, 100), {
		url: 'https://a.example/',
		fetched: 1_714_564_800_500_000n,
		status: 404,
		contentType: 'text/html',
		recordId: 'urn:x',
		body: content,
	});
	for (const type of ['resource', 'conversion'])
		t.deepEqual(parseWarc(warcBytes({type, contentType: 'text/plain', content}), 100), {
			...none,
			contentType: 'text/plain',
			body: content,
		});
});

const whole = warcBytes({type: 'resource', content}).toString();
const faults = [
	{title: 'a fault of decompression', record: faultRecord('it is cut off'), error: /^it is cut off$/},
	{
		title: 'bytes that are no record',
		record: Buffer.from('junk'),
		error: /expected a WARC record, found bytes that begin with "junk"/,
	},
	{
		title: 'a record cut off',
		record: Buffer.from(whole.slice(0, -6)),
		error: /expected as many bytes as the record says \(content-length 4\), found 2/,
	},
	{
		title: 'a record without its length',
		record: Buffer.from(whole.replace(/Content-Length: 4\r\n/, '')),
		error: /content-length is missing/,
	},
	{
		title: 'a record without a type',
		record: Buffer.from(whole.replace(/WARC-Type: resource\r\n/, '')),
		error: /with a type/,
	},
	{
		title: 'a response that is none',
		record: warcBytes({type: 'response', contentType: 'application/http', content}),
		error: /expected an HTTP response/,
	},
];

for (const {title, record, error} of faults) {
	test(`says what is wrong with ${title}`, (t) => {
		const found = parseWarc(record, 100);
		t.regex(typeof found === 'string' ? found : '', error);
	});
}
