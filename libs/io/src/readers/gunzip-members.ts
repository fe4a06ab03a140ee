import {crc32, inflateRawSync, type InflateRaw} from 'node:zlib';
import {gunzip} from './gunzip.ts';
import {slidingBytes} from './sliding-bytes.ts';
import {faultRecord} from './warc-framing.ts';

/**
 * Decompresses a web archive in gzip, one member a record. In place of a member that is damaged or cut off stands a
 * record that tells the fault, and what follows is read from the next member that begins a record. A member that grows
 * beyond `maxBytes`, such as a whole archive in one, is decompressed like any gzip: damage to it is damage to the file.
 */
export async function* gunzipMembers(
	path: string,
	blocks: AsyncIterable<Uint8Array>,
	maxBytes: number,
): AsyncGenerator<Uint8Array> {
	const source = blocks[Symbol.asyncIterator]();
	const bytes = slidingBytes();
	let at = 0;
	let last = false;
	const ended = (): boolean => last;
	const more = async (): Promise<void> => {
		const next = await source.next();
		if (next.done === true) last = true;
		else bytes.add(next.value, at);
	};
	try {
		for (;;) {
			if (bytes.end - at < 18 && !ended()) {
				await more();
				continue;
			}
			const held = view(bytes.slice(at, bytes.end));
			if (held.every((byte) => byte === 0)) {
				if (ended()) return;
				at = bytes.end;
				continue;
			}
			const member = readMember(held, maxBytes);
			if (member === 'short' && !ended() && held.length <= maxBytes + MARGIN) {
				// Twice as much each time, so that a long member is not begun too often.
				const wanted = (bytes.end - at) * 2;
				while (!ended() && bytes.end - at < wanted) await more();
			} else if (member === 'long') {
				yield* gunzip(path, rest(held, source), at);
				return;
			} else if (typeof member === 'object') {
				yield member.content;
				at += member.length;
			} else {
				const begun = at;
				const found = member === 'short' ? 'the end of the file' : 'other bytes';
				at = await nextMember(at);
				yield faultRecord(
					`expected a gzip member, found ${found} in bytes ${begun} to ${at} of the compressed file; fetch it again`,
				);
			}
		}
	} finally {
		await source.return?.();
	}

	/** Where the next member begins that holds a record. */
	async function nextMember(from: number): Promise<number> {
		let [tried, next] = [0, from + 1];
		for (;;) {
			const held = view(bytes.slice(next, bytes.end));
			const found = held.indexOf(MAGIC);
			if (found === -1) {
				next = Math.max(next, bytes.end - 2);
				at = next;
				if (ended()) return bytes.end;
				await more();
				continue;
			}
			next += found;
			const member = readMember(held.subarray(found), maxBytes);
			if (member === 'short' && !ended() && held.length - found <= maxBytes + MARGIN) {
				at = next;
				await more();
				continue;
			}
			if (
				member === 'long' ||
				(typeof member === 'object' && member.content.toString('latin1', 0, 5) === 'WARC/')
			)
				return next;
			next++;
			// Bytes that look like a thousand members in a row are no archive.
			if (++tried > 1000) {
				while (!ended()) {
					at = bytes.end;
					await more();
				}
				return bytes.end;
			}
		}
	}
}

const view = (bytes: Uint8Array): Buffer => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);

const MAGIC = Buffer.from([0x1f, 0x8b, 8]);

/** One member at the beginning of some bytes; `short` where they end too soon, `long` where it grows too large. */
function readMember(
	bytes: Buffer,
	maxBytes: number,
): {readonly content: Buffer; readonly length: number} | 'short' | 'long' | 'bad' {
	const body = headerLength(bytes);
	if (typeof body === 'string') return body;
	try {
		const {buffer, engine} = inflate(bytes.subarray(body), maxBytes + MARGIN);
		const end = body + engine.bytesWritten;
		if (end + 8 > bytes.length) return 'short';
		if (bytes.readUInt32LE(end) !== crc32(buffer) || bytes.readUInt32LE(end + 4) !== buffer.length % 2 ** 32)
			return 'bad';
		return {content: buffer, length: end + 8};
	} catch (error) {
		const code = error instanceof Error && 'code' in error ? error.code : undefined;
		if (code === 'Z_BUF_ERROR') return 'short';
		return code === 'ERR_BUFFER_TOO_LARGE' ? 'long' : 'bad';
	}
}

/** Room for the headers of a record beside its content. */
const MARGIN = 1 << 18;

function inflate(
	bytes: Buffer,
	maxOutputLength: number,
): {readonly buffer: Buffer; readonly engine: InflateRaw} {
	const found: unknown = inflateRawSync(bytes, {maxOutputLength, info: true});
	if (!isInfo(found)) throw new TypeError('inflateRawSync gave no information');
	return found;
}

const isInfo = (found: unknown): found is {readonly buffer: Buffer; readonly engine: InflateRaw} =>
	typeof found === 'object' && found !== null && 'buffer' in found && 'engine' in found;

/** The length of the header of a member. Source: RFC 1952, section 2.3. */
function headerLength(bytes: Buffer): number | 'short' | 'bad' {
	if (bytes.length < 10) return 'short';
	const flags = bytes[3] ?? 0;
	if (!bytes.subarray(0, 3).equals(MAGIC) || (flags & 0xe0) !== 0) return 'bad';
	let at = 10;
	if ((flags & 4) !== 0) {
		if (bytes.length < at + 2) return 'short';
		at += 2 + bytes.readUInt16LE(at);
	}
	for (const flag of [8, 16]) {
		if ((flags & flag) === 0) continue;
		const end = bytes.indexOf(0, at);
		if (end === -1) return bytes.length > at + 65_536 ? 'bad' : 'short';
		at = end + 1;
	}
	if ((flags & 2) !== 0) at += 2;
	return at > bytes.length ? 'short' : at;
}

async function* rest(held: Buffer, source: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
	yield held;
	for (let next = await source.next(); next.done !== true; next = await source.next()) yield next.value;
}
