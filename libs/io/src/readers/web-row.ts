import {binary, int32, nullable, timestamp, utf8} from '@millrace/core';

/** A page as it was fetched; what a plain file does not tell is null. */
export interface WebRow {
	/** The file below the folder, with `/`. */
	readonly path: string;
	/** The address it was fetched from. */
	readonly url: string | null;
	/** When it was fetched. */
	readonly fetched: bigint | null;
	/** The status of the HTTP response. */
	readonly status: number | null;
	/** The media type with its parameters, as the server or the archive gave it. */
	readonly content_type: string | null;
	/** The id of the record in its archive. */
	readonly record_id: string | null;
	/** The content, without the encodings of the transfer. */
	readonly body: Uint8Array;
}

/** The columns of the readers of web pages. */
export const webColumns = {
	path: utf8,
	url: nullable(utf8),
	fetched: nullable(timestamp),
	status: nullable(int32),
	content_type: nullable(utf8),
	record_id: nullable(utf8),
	body: binary,
};
