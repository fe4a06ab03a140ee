import {z} from 'zod';

/** Bytes as base64 in JSON. */
export const bytesField = z
	.base64()
	.transform((text): Uint8Array => new Uint8Array(Buffer.from(text, 'base64')));

/** Bytes to base64. */
export const base64 = (bytes: Uint8Array): string =>
	Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64');
