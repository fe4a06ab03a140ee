/** A record of a web archive, as tests and samples write it. */
export interface WarcParts {
	readonly type: string;
	readonly url?: string;
	readonly date?: string;
	readonly id?: string;
	readonly contentType?: string;
	readonly content: Uint8Array;
}

/** Writes a record as WARC 1.1. */
export function warcBytes({type, url, date, id, contentType, content}: WarcParts): Buffer {
	const head = [
		'WARC/1.1',
		`WARC-Type: ${type}`,
		...(url === undefined ? [] : [`WARC-Target-URI: ${url}`]),
		...(date === undefined ? [] : [`WARC-Date: ${date}`]),
		...(id === undefined ? [] : [`WARC-Record-ID: <${id}>`]),
		...(contentType === undefined ? [] : [`Content-Type: ${contentType}`]),
		`Content-Length: ${content.length}`,
	];
	return Buffer.concat([Buffer.from(`${head.join('\r\n')}\r\n\r\n`), content, Buffer.from('\r\n\r\n')]);
}

/** Writes an HTTP response with its header. */
export const httpBytes = (body: Uint8Array, header: readonly string[] = [], status = '200 OK'): Buffer =>
	Buffer.concat([Buffer.from([`HTTP/1.1 ${status}`, ...header, '', ''].join('\r\n')), body]);
