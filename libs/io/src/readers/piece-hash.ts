import {sha256} from '@millrace/core';

/** The hash of a piece: 32 hexadecimal digits of the SHA-256 of its records' hashes, 16 bytes each. */
export const pieceHash = (hashes: Uint8Array): string => sha256(hashes).slice(0, 32);
