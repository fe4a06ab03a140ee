import {brotliDecompressSync, gunzipSync, inflateRawSync, inflateSync, zstdDecompressSync} from 'node:zlib';
import {headField} from './warc-framing.ts';

/** An HTTP response as it was received. */
export interface HttpResponse {
	readonly status: number;
	readonly contentType: string | null;
	/** Without the encodings of transfer and content. */
	readonly body: Uint8Array;
}

/** Takes an HTTP response apart and undoes its encodings, or says why it cannot. A body grows to `maxBytes` at most. */
export function decodeHttp(bytes: Buffer, maxBytes: number): HttpResponse | string {
	const [end, skip] = headerEnd(bytes);
	const head = bytes.toString('latin1', 0, end);
	const status = /^HTTP\/\d(?:\.\d)?\s{1,9}(\d{3})\b/.exec(head)?.[1];
	if (status === undefined)
		return `expected an HTTP response, found bytes that begin with ${JSON.stringify(bytes.toString('latin1', 0, 20))}`;
	let body = bytes.subarray(Math.min(bytes.length, end + skip));
	// Archives often keep the header of a transfer whose body they have put together already.
	if (/\bchunked\b/i.test(headField(head, 'transfer-encoding') ?? '')) body = joinChunks(body) ?? body;
	for (const encoding of (headField(head, 'content-encoding') ?? '').toLowerCase().split(',').reverse()) {
		const decoded = decode(body, encoding.trim(), maxBytes);
		if (typeof decoded === 'string') return decoded;
		body = decoded;
	}
	return {status: Number(status), contentType: headField(head, 'content-type') ?? null, body};
}

function headerEnd(bytes: Buffer): readonly [end: number, skip: number] {
	const head = bytes.subarray(0, 1 << 18);
	const [long, short] = [head.indexOf('\r\n\r\n'), head.indexOf('\n\n')];
	if (long !== -1 && (short === -1 || long < short)) return [long, 4];
	return short === -1 ? [head.length, 0] : [short, 2];
}

/** The content of a body in chunks, or undefined where it is not in chunks. */
function joinChunks(body: Buffer): Buffer | undefined {
	const parts: Buffer[] = [];
	for (let at = 0; at < body.length;) {
		const line = body.subarray(at, at + 200).indexOf('\r\n');
		const size =
			line === -1
				? undefined
				: /^\s*([0-9a-f]{1,8})\s*(?:;|$)/i.exec(body.toString('latin1', at, at + line))?.[1];
		if (size === undefined) return undefined;
		const [start, length] = [at + line + 2, Number.parseInt(size, 16)];
		if (length === 0) return Buffer.concat(parts);
		if (start + length > body.length) return undefined;
		parts.push(body.subarray(start, start + length));
		at = start + length + 2;
	}
	return parts.length > 0 ? Buffer.concat(parts) : undefined;
}

const decoders: Readonly<Record<string, (body: Buffer, options: {maxOutputLength: number}) => Buffer>> = {
	gzip: gunzipSync,
	'x-gzip': gunzipSync,
	br: brotliDecompressSync,
	zstd: zstdDecompressSync,
	// Servers mean either by the name.
	deflate: (body, options) =>
		(body[0] ?? 0) % 16 === 8 ? inflateSync(body, options) : inflateRawSync(body, options),
};

function decode(body: Buffer, encoding: string, maxBytes: number): Buffer | string {
	const decoder = decoders[encoding];
	if (!decoder) return body;
	try {
		return decoder(body, {maxOutputLength: maxBytes});
	} catch (error) {
		const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
		if (code === 'ERR_BUFFER_TOO_LARGE')
			return `expected a body of at most ${maxBytes} bytes, found a longer one in ${encoding}; raise maxRecordBytes to read it`;
		// A body that is text is one that the archive has decoded already.
		if (/^\s*[<{[\w]/.test(body.toString('latin1', 0, 64)) && !body.subarray(0, 512).includes(0)) return body;
		return `expected a body in ${encoding} as its header says, found other bytes (${code})`;
	}
}
