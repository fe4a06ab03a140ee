import {hash} from 'node:crypto';
import {canonicalJson, type Json} from './json.ts';

/** SHA-256 of bytes or text, as 64 hexadecimal digits. */
export const sha256 = (data: string | Uint8Array): string => hash('sha256', data, 'hex');

/** A fingerprint of any JSON value, independent of key order: the first 40 digits of its SHA-256. */
export const fingerprint = (value: Json): string => sha256(canonicalJson(value)).slice(0, 40);
